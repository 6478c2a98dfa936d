import { readProjectMetadata } from '../metadata/read';
import type { ReviewItem } from '../plan/types';
import { distributionsOf, normaliseName } from '../project/distributions';
import { isModule, isSubmodule, modulePrefixLength } from '../project/names';
import { offers } from '../project/offers';
import type { ProjectFacts } from '../project/types';
import type { FileFacts } from '../python/facts/types';
import type { MoveMapping } from '../rewrite/mapping';
import type { WorkspaceFile } from './types';

const MANIFEST = /(^|\/)(pyproject\.toml|setup\.(cfg|py)|[\w.-]*requirements[\w.-]*\.(txt|in))$/;

/**
 * Says of a file of another project whether it imports another package that has the name of the moved one. That can only be where the
 * moved distribution is not the one that is known for the import name, as part of a monolith is that was extracted under a name of its
 * own. Then a project that declares another distribution for it means that one, and so does a file that takes what the moved package
 * does not have. What the file's own project has a module for (`hidden`) is no question. @returns why the file is left as it is; null where it means the moved package
 */
export function otherPackages(
  project: ProjectFacts,
  { roots, distribution }: Pick<MoveMapping, 'roots' | 'distribution'>,
  files: readonly WorkspaceFile[],
): (path: string, facts: FileFacts, hidden: ReadonlyMap<string, string>) => ReviewItem | null {
  const known = new Map([...roots].map((root) => [root, distributionsOf(root)]));
  if ([...known.values()].some((names) => names.includes(normaliseName(distribution.from))))
    return () => null;
  const declared = declarations(files);
  return (path, facts, hidden) => {
    const meant = new Set([...roots].filter((root) => !hidden.has(root)));
    const others = [...meant].flatMap((root) => known.get(root)!);
    const manifest = declared.find(({ folder }) => path.startsWith(folder));
    const other = others.find((name) => manifest?.names.has(name));
    if (manifest && other !== undefined && !manifest.names.has(normaliseName(distribution.from)))
      return leftAlone(path, 1, `${manifest.path} declares ${other}, which has a package of this name, too`);
    const lack = firstLack(project, meant, facts);
    return lack && leftAlone(path, lack.line, `it takes ${lack.name}, which the package that moves lacks`);
  };
}

interface Declaration {
  /** With a slash behind; "" for the workspace. */
  folder: string;
  path: string;
  /** PEP 503 names of what is declared. */
  names: Set<string>;
}

/** What the manifests of every folder declare together, the deepest folder first. */
function declarations(files: readonly WorkspaceFile[]): Declaration[] {
  const folders = new Map<string, WorkspaceFile[]>();
  for (const file of files) {
    if (file.bytes.length === 0 || !MANIFEST.test(file.path)) continue;
    const folder = file.path.slice(0, file.path.lastIndexOf('/') + 1);
    folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  return [...folders]
    .map(([folder, found]) => ({ folder, path: found[0].path, names: declaredIn(folder, found) }))
    .sort((a, b) => b.folder.length - a.folder.length);
}

function declaredIn(folder: string, found: readonly WorkspaceFile[]): Set<string> {
  const files = found.map(({ path, bytes }) => ({
    path: path.slice(folder.length),
    bytes,
    mode: 0o644,
    symlink: null,
  }));
  const { dependencies } = readProjectMetadata({ root: folder, files, emptyFolders: [], ignored: [] });
  return new Set(dependencies.map(({ name }) => name));
}

/** The first name below the package that it certainly does not have; what is only tried (`except ImportError`) does not count. */
function firstLack(
  project: ProjectFacts,
  roots: ReadonlySet<string>,
  facts: FileFacts,
): { name: string; line: number } | null {
  for (const { kind, module, level, names, guarded, line } of facts.imports)
    for (const { name } of guarded || level > 0 ? [] : names) {
      const parts = (kind === 'import' ? name : module).split('.');
      if (!roots.has(parts[0])) continue;
      const home = parts.join('.');
      if (!isModule(project, home)) return { name: home, line };
      if (kind === 'import' || name === '*' || isSubmodule(project, home, name)) continue;
      if (!offers(project, home, name)) return { name: `${home}.${name}`, line };
    }
  for (const { resolved, line, context } of facts.references) {
    const parts = resolved?.split('.') ?? [];
    if (context !== 'load' || parts.length < 2 || !roots.has(parts[0])) continue;
    const length = modulePrefixLength(project, parts);
    const home = parts.slice(0, length).join('.');
    if (length < parts.length && !offers(project, home, parts[length]))
      return { name: parts.slice(0, length + 1).join('.'), line };
  }
  return null;
}

function leftAlone(path: string, line: number, why: string): ReviewItem {
  const message = `the file imports another package of the same name: ${why}; it is left as it is`;
  return { path, line, column: 1, rule: 'OTHER_PACKAGE', message };
}
