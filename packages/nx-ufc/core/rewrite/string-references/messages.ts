import type { RewriteContext } from '../context';
import type { MoveMapping } from '../mapping';
import { isMapperExpression } from './mapper-expression';

const cache = new WeakMap<MoveMapping, string[]>();

/**
 * Does shipped code say this dotted path in a text for people? Such a text is not rewritten, so a test that expects it must
 * not be either. The path begins with a root of the mapping.
 */
export function isInMessage(context: RewriteContext, dotted: string): boolean {
  return messages(context).some((text) => text.includes(dotted) && text !== dotted);
}

/** Does shipped code have a literal that says this dotted path and nothing else? */
export function isSaidBare(context: RewriteContext, dotted: string): boolean {
  return messages(context).includes(dotted);
}

function messages({ project, mapping }: RewriteContext): string[] {
  const known = cache.get(mapping);
  if (known) return known;
  const roots = [...mapping.roots];
  const found = new Set<string>();
  for (const [path, facts] of project.facts) {
    if (project.modulesByPath.get(path)?.area !== 'shipped') continue;
    for (const string of facts.strings) {
      const isText = string.role !== 'docstring' && !string.bytes && !isMapperExpression(facts, string);
      if (isText && roots.some((root) => string.value.includes(root))) found.add(string.value);
    }
  }
  cache.set(mapping, [...found]);
  return [...found];
}
