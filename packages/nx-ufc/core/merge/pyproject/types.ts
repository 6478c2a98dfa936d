import type { DependencyPolicy } from './plan';
import type { ReviewItem } from '../../plan/types';
import type { Operation } from '../data/operation';
import type { EntryPoint } from './entry-point';

/** What happens to the package, as far as its packaging is concerned. */
export interface PyprojectChange {
  /** New distribution and import package, the same by the standard: `au_sys_tinydb`. */
  package: string;
  /** Old top-level import names that move below the package. */
  oldRoots: readonly string[];
  /** Folder of the import packages: `src`. */
  sourceRoot: string;
  /** Old dotted module → new one; null when it does not move. */
  mapModule(module: string): string | null;
  /** Old path of a file or folder → new one; null when it does not move. */
  mapPath(path: string): string | null;
  /** A text with the paths in it that lead up from the project, as they are from where the project is now. */
  upwards?(text: string): string;
  /** The folder that packages are imported from now, where that was the project's before. */
  newSearchPath?: string | null;
  /** The folder of another project that packages were imported from, and the one where they are now. */
  mapSearchPath?(path: string): string | null;
  /** Where tests are made, which pytest must find. */
  testsFolder?: string | null;
  /** Is there a file or folder of this path or pattern? */
  isThere?(pattern: string): boolean;
  /** Import packages of the capability, dotted, for backends that list them. */
  packages: readonly string[];
  /** Data files that ship, as globs relative to the package. */
  packageData: readonly string[];
  /** The known backend that one of the project itself hands its work on to. */
  wrappedBackend?: string | null;
  /** What the build needs beside what it asks for. */
  buildRequirements?: readonly string[];
  /** Requirements that the generated layer has. */
  requirements: readonly string[];
  /** What happens where the user's range overlaps; `keep` when left out. */
  dependencies?: DependencyPolicy;
  /** Null when it is written later. */
  entryPoint: EntryPoint | null;
  /** A setup.py stays beside pyproject.toml: it compiles modules, or pyproject.toml held the metadata before. */
  setupStays?: boolean;
  /** The `__init__` of the package assigns `__version__`. */
  versionInFacade: boolean;
  /** The `[tool.ufc]` table. */
  ufc: Record<string, string | boolean>;
}

/** A rule of the merge: what it wants to change in a document, and what a person should look at. */
export interface PyprojectEdits {
  operations: Operation[];
  review: ReviewItem[];
}

export type Table = Record<string, unknown>;

export function tableAt(data: unknown, ...path: string[]): Table {
  let current: unknown = data;
  for (const part of path) current = isTable(current) ? current[part] : undefined;
  return isTable(current) ? current : {};
}

export function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

export function listAt(data: unknown, ...path: string[]): unknown[] {
  const value = tableAt(data, ...path.slice(0, -1))[path[path.length - 1]];
  return Array.isArray(value) ? value : [];
}
