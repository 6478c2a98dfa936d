import type { IndexMetadata } from './index-metadata';
import type { CodePlaces } from './source-folders';

/** What the packaging files say about a distribution, whatever their format; read, never run. */
export interface ProjectMetadata extends CodePlaces {
  /** As written; null when no file says it. */
  name: string | null;
  version: string | null;
  description: string | null;
  requiresPython: string | null;
  license: string | null;
  /** Of setup.cfg and setup.py alone. */
  forIndex?: IndexMetadata;
  dependencies: Dependency[];
  /** Names of its extras, as written; those without a dependency too. */
  extras: string[];
  /** `[project.scripts]` and the like: name → `module:attribute`. */
  scripts: Record<string, string>;
  /** Files that setuptools installs as programs as they are. */
  programs?: readonly string[];
  /** Files that setuptools installs below the folder of the environment: path in the project → path there. */
  sharedData?: Readonly<Record<string, string>>;
  /** Commands of setup.py that do more when the package is built than setuptools does; no names where only running code could tell them. */
  ownCommands?: { names: readonly string[]; line: number };
  /** All entry points, programs among them. */
  entryPoints: EntryPoint[];
  /** Import names that the packaging names: packages, py_modules. */
  packages: string[];
  /** What setup.cfg and setup.py say of the code; setuptools heeds it unless pyproject.toml says it. */
  codeInSetup: CodeArgument[];
  /** Patterns of data files in setup.cfg and setup.py, by package; "" for all of them. */
  setupPackageData: Record<string, string[]>;
  /** Build backend module: `hatchling.build`, `poetry.core.masonry.api`, …; `setuptools.build_meta` without one. */
  backend: string;
  /** PEP 503 names of what is there when it builds; setuptools without a `[build-system]` (PEP 518). */
  buildRequirements: string[];
  /** Modules that tables of pyproject.toml have compiled, dotted. */
  compiledModules: string[];
  /** Files that were read, relative to the project. */
  files: string[];
  /** Keys that only running code could tell, each with where. */
  unknown: { key: string; file: string; reason: string }[];
}

/** What setuptools calls it, in setup.py and in `[options]` of setup.cfg. */
export type CodeArgument = 'packages' | 'py_modules' | 'package_dir';

export interface EntryPoint {
  /** `console_scripts`, `gui_scripts`, or the name of another group. */
  group: string;
  name: string;
  /** `module:attribute`, with its extras when it has any. */
  value: string;
  file: string;
}

export interface Dependency {
  /** PEP 503 name. */
  name: string;
  /** As written. */
  requirement: string;
  file: string;
  /** `main`, or the extra or group. */
  group: string;
}
