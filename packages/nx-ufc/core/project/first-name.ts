import type { ProjectFacts } from './types';

/** The name that stands for a module: without a second name it is that which it is given. */
export function firstName(project: ProjectFacts, dotted: string): string {
  const names = project.secondNames;
  if (!names || names.size === 0 || project.modules.has(dotted)) return dotted;
  for (let end = dotted.length; end > 0; end = dotted.lastIndexOf('.', end - 1)) {
    const first = names.get(dotted.slice(0, end));
    if (first === undefined) continue;
    const rest = dotted.slice(end);
    return first === '' ? (rest === '' ? dotted : rest.slice(1)) : first + rest;
  }
  return dotted;
}

/** Is a name a folder of the repository that other names begin with: `services` of `services.orders.models`? */
export function isFolderName({ secondNames }: ProjectFacts, name: string): boolean {
  if (!secondNames || secondNames.size === 0) return false;
  return [...secondNames].some(([second, first]) => first === '' && `${second}.`.startsWith(`${name}.`));
}
