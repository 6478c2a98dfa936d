import type { Layer } from '../../blueprint/types';
import type { GraphEdge, ModelEntry, ReviewRow } from '../types';

export interface ViewModule {
  index: number;
  name: string;
  path: string;
  layer: Layer['id'] | null;
  role: string;
  confidence: number;
  evidence: string[];
  lines: number;
  classes: number;
  functions: number;
  /** Highest of its functions; 0 without one. */
  complexity: number;
  /** The function that has it, with its line. */
  hardest: string | null;
  /** Stands in an import cycle. */
  cycle: boolean;
  errors: string[];
}

/** What inventory.html shows; plain data, all of it text or numbers. */
export interface InventoryView {
  package: string;
  root: string;
  totals: { name: string; value: number; bad: boolean }[];
  layers: { layer: Layer['id'] | null; modules: number; lines: number }[];
  limits: Record<'complexity' | 'fileLength', { target: number; hard: number }>;
  modules: ViewModule[];
  /** From, to (indices), scope, and whether the layer rules forbid it. */
  edges: [number, number, GraphEdge['scope'], boolean][];
  review: ReviewRow[];
  endpoints: {
    method: string;
    path: string;
    handler: string;
    file: string;
    line: number;
    framework: string;
    note: string;
  }[];
  commands: { command: string; handler: string; where: string; framework: string; note: string }[];
  models: { name: string; kind: ModelEntry['kind']; module: string; schema: string | null }[];
  dependencies: { name: string; state: string; requirement: string; files: string }[];
}
