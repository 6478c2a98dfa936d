import type { Layer } from '../blueprint/types';
import type { CliCommand } from '../cli-map/types';
import type { ModelKind } from '../data-models/models';

/** CODE_INVENTORY.json, schema id `ufc:code-inventory:1`. Field names are part of the public contract. */
export interface CodeInventory {
  schema: 'ufc:code-inventory:1';
  package: string;
  root: string;
  modules: InventoryModule[];
  graph: { edges: GraphEdge[]; cycles: string[][] };
  endpoints: Endpoint[];
  /** What adds endpoints that the code does not tell: routers of other packages, plugins found at run time. */
  endpointGaps: { file: string; line: number; reason: string }[];
  /** The command line as people type it: groups, commands, arguments and options. */
  commands: CliCommand[];
  models: ModelEntry[];
  dependencies: DependencyReport;
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
}
export interface InventoryClass {
  name: string;
  qualname: string;
  bases: string[];
  decorators: string[];
  line: number;
  endLine: number;
}
export interface InventoryFunction {
  name: string;
  qualname: string;
  decorators: string[];
  parameters: { name: string; kind: string; annotation: string | null; default: string | null }[];
  async: boolean;
  line: number;
  endLine: number;
  complexity: number;
}
export interface InventoryModule {
  path: string;
  module: string;
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
