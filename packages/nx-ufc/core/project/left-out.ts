import { textAt } from '../metadata/tree-text';
import type { ProjectFacts } from './types';

/**
 * Is a module that is not there one that version control leaves out by its name: settings of one machine, a version that a build writes? Patterns that
 * match more than one name say nothing of a module (https://git-scm.com/docs/gitignore).
 */
export function isLeftOut({ tree, layout }: ProjectFacts, module: string): boolean {
  const file = `${module.replaceAll('.', '/')}.py`;
  const [name] = module.split('.');
  const root = layout.roots.find((one) => one.name === name);
  if (!root) return false;
  const path = root.searchPath === '' ? file : `${root.searchPath}/${file}`;
  const lines = (textAt(tree, '.gitignore') ?? '').split(/\r?\n/).map((line) => line.trim());
  return lines.some((line) =>
    line.includes('/') ? line.replace(/^\//, '') === path : line !== '' && path.endsWith(`/${line}`),
  );
}
