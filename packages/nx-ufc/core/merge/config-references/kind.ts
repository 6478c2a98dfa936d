import type { Edit } from '../../text/edits';

/** How configuration names what moved. */
export interface MovedNames {
  oldRoots: readonly string[];
  /** Old dotted module, or a name below one → new; null when it does not move. */
  mapModule(dotted: string): string | null;
  /** Old path of a file or folder → new one; null when it does not move. */
  mapPath(path: string): string | null;
  /** The same for a path that need not be there: one below a folder that moved goes with it. */
  mapBelow(path: string): string | null;
  /** A module below its package, or a name that a module is known to define. */
  knows(dotted: string): boolean;
  /** The package of the folder that a file lies in, as it was and is called; null when that is none. */
  packageAt(path: string): { before: string; after: string } | null;
  /** The folder that packages are imported from now, where that was the project's before; else null. */
  newSearchPath: string | null;
  /** The folder of the workspace that packages were imported from → the one where they are now; null for others. For files of other projects. */
  mapSearchPath?(path: string): string | null;
  /** Folders that packages were imported from, beside the project's and `src`, and that hold none of them any more: `backend`. */
  leftFolders?: readonly string[];
  /** Was a file packaging that gave way to pyproject.toml: `setup.py`? */
  isPackaging?(path: string): boolean;
  /** What pyproject.toml wants beside it: the readme. */
  packagingFiles?: readonly string[];
  /** Where tests are made, which tools that are told where tests are must find; null where none are. */
  testsFolder: string | null;
  /** Is there a file or folder of this path or pattern? */
  isThere?(pattern: string): boolean;
  /** Programs that stay in the folder of the project and import what left it: `manage.py`, `wsgi.py`. */
  programs: ReadonlySet<string>;
  /** Does its package manager only install what it needs, and not the project itself? */
  isVirtual?: boolean;
  /** Does an image of the project install it, or say where it is? */
  isInImage: boolean;
  /** Do packages look for files of the project beside them, by their own place? */
  reachesProject(): boolean;
  /** The folder of the workspace that the package was in, and the one where it is now. */
  places?: { from: string; to: string };
  /** The distribution (PEP 503 normalised), and what it is called now. */
  distribution: { from: string; to: string };
}

export interface ConfigEdit extends Edit {
  evidence: string;
}

/** What certainly names something that moved, and what may. */
export interface ConfigFinding {
  edits: ConfigEdit[];
  doubts: ConfigEdit[];
}

/** One kind of configuration file that names modules or paths. */
export interface ConfigReferenceKind {
  id: string;
  /** Matches paths of files of this kind. */
  files: RegExp;
  find(text: string, names: MovedNames, path: string): ConfigFinding;
}
