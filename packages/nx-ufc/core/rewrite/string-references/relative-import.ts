import { callsNamed } from '../../project/calls-named';
import { importCalls, isRelativeImporter } from '../../project/naming-calls';
import type { CallFact } from '../../python/facts/types';
import type { PlannedEdit } from '../../plan/types';
import { anchorGiven } from '../../project/anchor';
import { isModule, packageOf } from '../../project/names';
import { absoluteModule, relativeModuleText } from '../../project/relative';
import type { RewriteContext } from '../context';
import { newNameOf, plannedEdit } from '../context';

/** `import_module(".sub.mod", __package__)`: the name starts from a package and stays relative to it. */
export function relativeImports(context: RewriteContext): PlannedEdit[] {
  const calls = importCalls(context.facts).filter(isRelativeImporter);
  return [...calls, ...lazyTypes(context)].flatMap((call) => {
    const [first] = call.arguments;
    const string = first ? context.facts.strings[first.string] : undefined;
    const match = string && /^(\.+)([A-Za-z_]\w*(?:\.\w+)*)$/.exec(string.value);
    const anchor = match ? anchorOf(context, call) : null;
    if (!string || !match || anchor === null) return [];
    const module = absoluteModule(anchor.before, match[1].length, match[2]);
    if (module === null || !isModule(context.project, module)) return [];
    const target = newNameOf(context.mapping, module);
    const text = relativeModuleText(anchor.after, target) ?? target;
    const start = string.span.start + string.prefix.length + string.quote.length;
    if (text === string.value) return [];
    const evidence = `relative-import: ${module} is now ${target}`;
    return [
      plannedEdit(context, { start, end: start + string.value.length }, text, 'string', evidence, call.line),
    ];
  });
}

const LAZY = new Set(['lazy']);
const LAZY_TYPE = /^strawberry\.(?:\w+\.)*lazy$/;

/** `strawberry.lazy(".users")`: from the package of the module (https://strawberry.rocks/docs/types/lazy). */
function lazyTypes({ facts }: RewriteContext): CallFact[] {
  return callsNamed(facts, LAZY).filter(({ resolved }) => LAZY_TYPE.test(resolved ?? ''));
}

/** The package that the name starts from, before and after. */
export function anchorOf(context: RewriteContext, call: CallFact): { before: string; after: string } | null {
  const { info, mapping, newPackage } = context;
  if (LAZY_TYPE.test(call.resolved ?? '')) return { before: packageOf(info), after: newPackage };
  const given = anchorGiven(info, call);
  if (given === null) return null;
  return { before: given.package, after: given.isOwn ? newPackage : newNameOf(mapping, given.package) };
}
