import type { FileFacts } from '../python/facts/types';
import type { PythonSource } from '../python/source';

/** One file of a source tree as it lies on disk (or in an Nx Tree). */
export interface TreeFile {
  /** POSIX, relative to the root of the tree. */
  path: string;
  bytes: Uint8Array;
  /** POSIX permission bits, e.g. 0o755. */
  mode: number;
  /** Target of a symbolic link that stays inside the tree; `bytes` are then those of the target. */
  symlink: string | null;
  /** The link leads to a folder of the tree, or to nothing that is there: it has no bytes, and is carried along as a link. */
  isBareLink?: boolean;
}

/** Everything below one folder, read once. */
export interface SourceTree {
  /** Where the tree lies, for people: workspace-relative when inside of the workspace. */
  root: string;
  /** Sorted by path. */
  files: TreeFile[];
  emptyFolders: string[];
  /** Files that are never carried along (caches, build output, VCS), each with why. */
  ignored: { path: string; reason: string }[];
}

/** An importable root inside of a source tree. */
export interface ImportRoot {
  /** Top-level import name: `tinydb`. */
  name: string;
  kind: 'package' | 'module' | 'namespace';
  /** Folder of the package, or the file of a single-module package, relative to the tree: `src/dotenv`, `six.py`. */
  path: string;
  /** Folder that must be on `sys.path`: `""`, `src`. */
  searchPath: string;
}

/** The layout that was found: which folders are code to ship, which are tests, docs … */
export interface PackageLayout {
  kind: 'flat' | 'src' | 'single-module' | 'multi-package' | 'capability';
  roots: ImportRoot[];
  /** Folders or files with tests, relative to the tree. */
  tests: string[];
  /** The folder is the service and its packages are parts of it: none of them is the package of the capability. */
  isParts?: boolean;
  /** `__init__` files that only say that the name of their package is shared with other distributions, with that name. */
  namespaceInits?: { path: string; name: string }[];
}

export interface ModuleInfo {
  /** Dotted import name: `tinydb.table`; tests that are no package get their path as a pseudo name, see `importable`. */
  name: string;
  path: string;
  isPackage: boolean;
  /** `shipped` belongs to an import root; the rest is what its place says. */
  area: 'shipped' | 'test' | 'script' | 'doc' | 'stub';
  importable: boolean;
}

/** Where an import statement's target lives. `module` is the module that gets executed for it. */
export type Resolution =
  | {
      kind: 'internal';
      module: string;
      /** The attribute of that module, null when the module itself is meant. */ attribute: string | null;
    }
  | { kind: 'stdlib'; module: string }
  /** A module that the package brings along, in a folder that its code puts on `sys.path`. */
  | { kind: 'vendored'; module: string }
  | {
      kind: 'external';
      module: string;
      /** PEP 503 name. */
      distribution: string;
      /** All that may provide it, the most likely first. */
      candidates: string[];
    }
  | { kind: 'missing'; module: string };

/** All facts about one Python project; built once per run, then only queried. */
export interface ProjectFacts {
  /** Name for people: the folder's or the distribution's name. */
  name: string;
  tree: SourceTree;
  layout: PackageLayout;
  sources: Map<string, PythonSource>;
  /** By path. Files that do not parse have facts with `parseErrors` and nothing else. */
  facts: Map<string, FileFacts>;
  /** By dotted name, shipped and test modules that can be imported. */
  modules: Map<string, ModuleInfo>;
  /** By path, every Python file. */
  modulesByPath: Map<string, ModuleInfo>;
  /** Other names of its modules, see `secondNames`: how a dotted name begins → the name that stands for it. */
  secondNames?: ReadonlyMap<string, string>;
  /** What declared distributions give below a namespace of the project: `poetry.core`. */
  foreignPortions?: readonly string[];
  /** Minor versions of Python 3 that the project is for; all known ones when it does not say. */
  minors?: readonly number[];
  /** `module:name` → the module that defines it now, where a definition left its module but is still imported there. */
  relocated?: ReadonlyMap<string, string>;
  /** `module:name` → the module whose code reads it now, where tests patch a name and all of its readers left. */
  patched?: ReadonlyMap<string, string>;
}
