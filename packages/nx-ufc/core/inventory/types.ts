import type { Layer } from '../blueprint/types';
import type { CliCommand } from '../cli-map/types';
import type { ModelKind } from '../data-models/models';
import type { EntryPoint } from '../metadata/types';
import type { ModuleInfo, PackageLayout } from '../project/types';
import type { SettingDefault } from '../symbols/setting-reader';
import type { SplitProposal } from '../split/types';

/** CODE_INVENTORY.json, schema id `ufc:code-inventory:1`. Field names are part of the public contract. */
export interface CodeInventory {
  schema: 'ufc:code-inventory:1';
  package: string;
  root: string;
  layout: PackageLayout;
  python: {
    /** `requires-python` as written. */
    requires: string | null;
    /** Minor versions that it allows, of those known: `3.12`. */
    versions: string[];
  };
  entryPoints: EntryPoint[];
  /** Files of the packages that are no Python, each with the module that opens it, when one does. */
  packageData: { path: string; openedBy: string | null }[];
  modules: InventoryModule[];
  graph: { edges: GraphEdge[]; cycles: string[][] };
  endpoints: Endpoint[];
  /** What adds endpoints that the code does not tell: routers of other packages, plugins found at run time. */
  endpointGaps: { file: string; line: number; reason: string }[];
  /** The command line as people type it: groups, commands, arguments and options. */
  commands: CliCommand[];
  models: ModelEntry[];
  dependencies: DependencyReport;
  /** Files that hold things of several roles, and how they could be taken apart. */
  splits: SplitProposal[];
  /** What a person should look at before code moves, the riskiest first. */
  review: ReviewRow[];
  totals: Totals;
}

export type ImportScope = 'module' | 'function' | 'type_checking';
export type ImportTarget = 'internal' | 'stdlib' | 'external' | 'missing';

export interface InventoryImport {
  module: string;
  name: string | null;
  alias: string | null;
  level: number;
  line: number;
  scope: ImportScope;
  resolved: ImportTarget;
  /** PEP 503 name of what an external module comes from. */
  distribution: string | null;
  /** May fail: it stands in a `try` for ImportError, or under a test of version or platform. */
  guarded: boolean;
  /** Of the versions that the package is for, those whose standard library has it; left out when all have. */
  only?: string[];
}
export interface InventoryClass {
  name: string;
  qualname: string;
  bases: string[];
  decorators: string[];
  /** Qualified name of the class or function that it stands in. */
  parent: string | null;
  line: number;
  endLine: number;
}
export interface InventoryFunction {
  name: string;
  qualname: string;
  decorators: string[];
  parameters: { name: string; kind: string; annotation: string | null; default: string | null }[];
  async: boolean;
  parent: string | null;
  line: number;
  endLine: number;
  complexity: number;
}
export interface InventoryModule {
  path: string;
  module: string;
  area: ModuleInfo['area'];
  package: boolean;
  lines: number;
  imports: InventoryImport[];
  classes: InventoryClass[];
  functions: InventoryFunction[];
  frameworks: string[];
  classification: Classification;
  parseErrors: { message: string; line: number; column: number }[];
}
export interface GraphEdge {
  from: string;
  to: string;
  line: number;
  scope: ImportScope;
}
export interface Endpoint {
  method: string;
  path: string;
  handler: string;
  file: string;
  line: number;
  framework: string;
  /** Where the application that serves it is made; null when none of the project does. */
  application: string | null;
  /** Code decides at run time whether it is there. */
  conditional?: true;
  /** The path holds where these settings have their defaults. */
  settings?: SettingDefault[];
  /** Why the path is not certain; a part that is not known is `{?}` in it. */
  unresolved?: string;
}
export interface ModelEntry {
  name: string;
  module: string;
  kind: ModelKind;
  /** Beside CODE_INVENTORY.json. */
  schema: string;
}
export interface DependencyReport {
  declared: { name: string; requirement: string; file: string; group: string }[];
  imported: { name: string; modules: string[]; files: string[] }[];
  missing: string[];
  unused: string[];
}
export interface Totals {
  files: number;
  lines: number;
  modules: number;
  classes: number;
  functions: number;
  parseErrors: number;
  /** What ships, what tests … */
  areas: { area: ModuleInfo['area']; modules: number; lines: number }[];
  tests: { files: number; functions: number };
  packageData: number;
}

export interface ReviewRow {
  /** From 0 to 100. */
  risk: number;
  what: string;
  why: string;
  /** Module, or the path of a file that is none. */
  module: string;
}

/** Where a module belongs, and why. */
export interface Classification {
  /** null: belongs to no layer (package facade, tests, docs). */
  layer: Layer['id'] | null;
  /** A role id of the blueprint, or facade, package, test, doc, script, data. */
  role: string;
  /** 0 to 1. */
  confidence: number;
  /** `class Table: 24 methods (table.py:73)` */
  evidence: string[];
}
