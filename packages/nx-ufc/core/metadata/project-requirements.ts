import type { SourceTree } from '../project/types';
import { namelessRequirements, requirementsOf } from './requirements-file';
import type { ProjectMetadata } from './types';

/** What the requirements files of a project say. */
export interface RequiredByFiles extends Pick<ProjectMetadata, 'dependencies' | 'unknown'> {
  /** One of them says what a service needs to run. */
  isOfService: boolean;
}

/**
 * Requirements files at the root and in `requirements`, each a group of its own; those of `tests` are the group `tests`.
 * @param isPackaged whether packaging says what the project needs to run; else the first file of a service does
 */
export function readRequirementFiles(tree: SourceTree, isPackaged: boolean): RequiredByFiles {
  const main = isPackaged ? null : serviceRequirements(tree);
  const dependencies = tree.files.flatMap(({ path }) => {
    const group = path === main ? 'main' : groupOf(path);
    return group === null ? [] : requirementsOf(tree, path, group);
  });
  const unknown = (main === null ? [] : namelessRequirements(tree, main)).map(({ path, text }) => ({
    key: 'dependencies',
    file: path,
    reason: `it installs ${text} and does not say which distribution that is`,
  }));
  return { dependencies, unknown, isOfService: main !== null };
}

/** What a file is for by its name; null when it lists no requirements that count. */
function groupOf(path: string): string | null {
  if (/^tests?\/[\w.-]*requirements[\w.-]*\.(?:txt|in)$/.test(path)) return 'tests';
  const group = /^(?:requirements[/_-])?([\w.-]*requirements[\w.-]*|[\w-]+)\.(?:txt|in)$/.exec(path)?.[1];
  return group && /require/.test(path) && !isForFormerPython(path) ? group : null;
}

/** `requirements-2.7.txt`, `requirements_py36.txt`: what was needed of a Python that this code no longer runs on in any environment made here. */
function isForFormerPython(path: string): boolean {
  return /(^|[-_./])((py|python)-?2|(py|python)?-?(2\.?\d|3\.?[0-7]))(?=[-_.])/i.test(path);
}

/** What a service without packaging needs to run is in the first of these. */
const SERVICE_REQUIREMENTS = [
  'requirements.in',
  'requirements.txt',
  ...['production', 'prod', 'main', 'base', 'common'].flatMap((name) => [
    `requirements/${name}.in`,
    `requirements/${name}.txt`,
  ]),
];

/** The file that says what a service needs to run: in its folder, or in the one folder of it that has such a file. */
function serviceRequirements({ files }: SourceTree): string | null {
  const own = SERVICE_REQUIREMENTS.find((wanted) => files.some(({ path }) => path === wanted));
  if (own !== undefined) return own;
  const below = files
    .map(({ path }) => path)
    .filter(
      (path) =>
        /\/requirements\.(in|txt)$/.test(path) && !/(^|\/)(docs?|examples?|tests?|\.[^/]*)\//.test(path),
    );
  const folders = new Set(below.map((path) => path.slice(0, path.lastIndexOf('/'))));
  return folders.size === 1 ? below[0] : null;
}
