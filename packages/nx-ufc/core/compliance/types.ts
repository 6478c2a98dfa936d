import type { Severity } from '../blueprint/types';

/** One violation, always with a place. Printed as `path:line:col RULE message`. */
export interface Finding {
  rule: string;
  severity: Severity;
  /** POSIX, relative to the project root. */
  path: string;
  line: number;
  column: number;
  message: string;
  /** The source line, secrets masked, at most 160 characters. */
  snippet: string;
  /** What would be right, and how to get there. */
  required?: string;
  actual?: string;
  remediation?: string;
  /** The reason of an accepted `# ufc: allow RULE — reason`. */
  justification?: string;
}

/** What a gate did, so that a pass can be checked by others. */
export interface Evidence {
  /** What ran: a command line, or `in-process: <gate>`. */
  command: string;
  /** Relative to the workspace. */
  cwd: string;
  /** The exact target: a folder, with how many files of it were looked at. */
  target: string;
  files: number;
  exitCode: number;
  /** Last lines of the output, secrets masked. */
  excerpt: string;
}
