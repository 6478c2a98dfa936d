import { folderTargets } from '../../plan/path-mapping';
import type { ProjectFacts } from '../../project/types';
import type { MoveMapping } from '../mapping';
import type { Location } from './types';

/** Where paths of the source tree are after the move. */
export interface Targets {
  /** New path of a file or folder, `""` for the project; null when it went to several places, or was left out. */
  of(path: string): string | null;
  file(path: string): string;
  /** Is it a file of the tree? */
  isFile(path: string): boolean;
  isFolder(path: string): boolean;
}

const cache = new WeakMap<MoveMapping, Targets>();

export function targetsOf(mapping: MoveMapping, project: ProjectFacts): Targets {
  const known = cache.get(mapping);
  if (known) return known;
  const folders = folderTargets(mapping.paths);
  const files = new Set(project.tree.files.map((file) => file.path));
  const of = (path: string): string | null => {
    if (path === '') return '';
    if (files.has(path)) return mapping.paths.get(path) ?? null;
    const folder = folders.get(path);
    if (folder !== undefined) return folder;
    const at = path.lastIndexOf('/');
    const parent = of(at < 0 ? '' : path.slice(0, at));
    return parent === null ? null : joinPath(parent, path.slice(at + 1));
  };
  const targets: Targets = {
    of,
    file: (path) => mapping.paths.get(path) ?? path,
    isFile: (path) => files.has(path),
    isFolder: (path) => folders.has(path),
  };
  cache.set(mapping, targets);
  return targets;
}

/**
 * Is a file of a folder elsewhere than what the folder has become?
 * @param pattern of the files that count, behind the folder, where they are some of them: `/_*.c`
 */
export function isTornApart(
  mapping: MoveMapping,
  project: ProjectFacts,
  folder: string,
  pattern = '/**',
): boolean {
  const target = targetsOf(mapping, project).of(folder);
  const isMeant = new RegExp(
    `^${pattern
      .split(/(\*\*?|\{\})/)
      .map(asRegExp)
      .join('')}$`,
  );
  return project.tree.files.some(({ path }) => {
    const rest = path.startsWith(`${folder}/`) ? path.slice(folder.length) : null;
    return rest !== null && isMeant.test(rest) && mapping.paths.get(path) !== target + rest;
  });
}

function asRegExp(part: string): string {
  if (part === '**') return '.*';
  return part === '*' || part === '{}' ? '[^/]*' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

export function joinPath(folder: string, rest: string): string {
  return [folder, rest].filter((part) => part !== '').join('/');
}

/** The folder so many steps above; null outside of the project. */
export function above(path: string, steps: number): string | null {
  const parts = path === '' ? [] : path.split('/');
  return steps > parts.length ? null : parts.slice(0, parts.length - steps).join('/');
}

/** How many steps a location goes up. */
export function stepsUp({ ups }: Location): number {
  return ups.reduce((sum, step) => sum + (step.kind === 'index' ? step.count : 1), 0);
}

/** Follow segments, `..` included; null outside of the project. */
export function follow(folder: string, segments: readonly string[]): string | null {
  const parts = folder === '' ? [] : folder.split('/');
  for (const segment of segments) {
    if (segment !== '..') parts.push(segment);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}

/** Segments that lead from one folder to a path. */
export function relativeSegments(from: string, to: string): string[] {
  const [a, b] = [from, to].map((path) => (path === '' ? [] : path.split('/')));
  let shared = 0;
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared++;
  return [...a.slice(shared).map(() => '..'), ...b.slice(shared)];
}
