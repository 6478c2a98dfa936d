import type { FileFacts } from '../python/facts/types';
import type { ProjectFacts } from './types';

/**
 * Does a class say of itself that it is of this module (`__module__`), which its repr begins with? It is defined there, made there by a call that is
 * given its name (`namedtuple("Name", …)`, a metaclass), or told so (`Name.__module__ = "pkg"`).
 */
export function isHomeOf(project: ProjectFacts, module: string, name: string): boolean {
  const facts = project.facts.get(project.modules.get(module)?.path ?? '');
  if (!facts) return false;
  return (
    facts.classes.some((one) => one.parentScope === 0 && one.name === name) ||
    isMade(facts, name) ||
    isTold(project, module, name)
  );
}

function isMade({ assignments, calls }: FileFacts, name: string): boolean {
  return assignments.some(({ target, scopeId, value }) => {
    const first = value?.kind === 'call' ? calls[value.call].arguments[0]?.value : undefined;
    return target === name && scopeId === 0 && first?.kind === 'literal' && first.value === name;
  });
}

function isTold(project: ProjectFacts, module: string, name: string): boolean {
  return [...project.facts.values()].some(({ assignments }) =>
    assignments.some(
      ({ target, value }) =>
        target === `${name}.__module__` && value?.kind === 'literal' && value.value === module,
    ),
  );
}
