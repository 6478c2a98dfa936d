import { ownModules } from '../consumers/own-modules';
import type { WorkspaceFile } from '../consumers/types';
import { decodeSource } from '../python';
import { extractFacts } from '../python/facts';

/** An import of a package by a name that it had before. */
export interface OldNameUse {
  path: string;
  line: number;
  column: number;
  module: string;
}

/**
 * Imports by an old name in Python files of the workspace: they lead nowhere once it is gone.
 * @param roots old top-level names @param folder of the capability: projects with a module of that name mean their own
 */
export function oldNameUses(
  files: readonly WorkspaceFile[],
  roots: readonly string[],
  folder: string,
): OldNameUse[] {
  const python = files.filter(({ path }) => /\.pyi?$/.test(path));
  const own = ownModules(python, { roots: new Set(roots), modules: new Map() }, folder);
  return python.flatMap(({ path, bytes }) => {
    const meant = roots.filter((root) => !own.of(path).has(root));
    return extractFacts(decodeSource(path, bytes)).imports.flatMap((fact) =>
      (fact.kind === 'import' ? fact.names.map(({ name }) => name) : fact.level === 0 ? [fact.module] : [])
        .filter((module) => meant.includes(module.split('.')[0]))
        .map((module) => ({ path, line: fact.line, column: fact.column, module })),
    );
  });
}
