import { definesName, isModule } from '../../project/names';
import { offers } from '../../project/offers';
import type { RewriteContext } from '../context';
import { leadingText, type StringReference } from './kind';

/** `pkg.mod:attribute`, and `pkg:name` where that is a name of the package. */
export function isModuleAttribute(reference: StringReference): boolean {
  const { moduleLength, string, path, context } = reference;
  if (moduleLength !== path.parts.length) return false;
  const rest = context.text.slice(path.end, string.span.end - string.quote.length);
  const [said, name] = /^:([A-Za-z_]\w*)(?:\.\w+)*(?![\w.:/-])/.exec(rest) ?? [];
  if (said === undefined || moduleLength >= 2) return said !== undefined;
  const module = path.parts.join('.');
  const isAll = said === rest && leadingText(reference) === '';
  return isInPackage(context, module, name) && (isAll || !isVocabulary(context, module));
}

/**
 * `pkg:name` is a view in the name space of an app of Django, or a key in a cache, unless the package has such a name; that of a
 * submodule alone is none.
 */
function isInPackage({ project }: RewriteContext, module: string, name: string): boolean {
  return (
    definesName(project, module, name) ||
    (offers(project, module, name) && !isModule(project, `${module}.${name}`))
  );
}

/**
 * Where `pkg:other` stands for something that the package does not have, `pkg:` is the prefix of a vocabulary of its own, as in XML and RDF;
 * that some of its words are names of the package proves nothing then.
 */
function isVocabulary(context: RewriteContext, module: string): boolean {
  for (const [, prefix, name] of context.text.matchAll(/(?<![\w./:-])([A-Za-z_][\w.]*):([A-Za-z_]\w*)/g))
    if (prefix === module && !isInPackage(context, module, name)) return true;
  return false;
}
