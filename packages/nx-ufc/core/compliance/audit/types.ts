import type { Component, Severity } from '../../blueprint/types';
import type { Analysis } from '../../project/analysis';

/** One thing that the standard asks for and the package does not have. */
export interface Violation {
  /** A component's id, `required` for the files beside them, `structure` for what lies in the wrong place or twice. */
  component: string;
  severity: Severity;
  required: string;
  actual: string;
  remediation: string;
}

export type AuditState = 'capability' | 'half-migrated' | 'legacy';

export interface AuditResult {
  package: string;
  state: AuditState;
  /** One sentence for people. */
  verdict: string;
  components: { id: Component['id']; title: string; present: boolean; partial: boolean }[];
  present: number;
  violations: Violation[];
}

/** What a check looks at. */
export interface AuditInput {
  analysis: Analysis;
  /** Import package. */
  name: string;
  /** Its folder below the project: `src/au_sys_storage`. */
  folder: string;
  paths: readonly string[];
  /** A file or folder of that path is there. */
  has(path: string): boolean;
  /** `{package}` and `{name}` of the blueprint filled in. */
  fill(path: string): string;
}

export type AuditCheck = (input: AuditInput) => Violation[];
