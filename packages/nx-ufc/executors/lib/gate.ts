import type { ProjectConfiguration } from '@nx/devkit';
import type { RuleDefinition } from '../../core/blueprint/types';
import type { Finding } from '../../core/compliance/types';

/** The project that a gate looks at. */
export interface GateProject {
  name: string;
  /** POSIX, relative to the workspace. */
  root: string;
  tags: readonly string[];
  config: ProjectConfiguration;
}

export interface GateContext {
  /** Absolute. */
  workspaceRoot: string;
  /** Every project of the workspace by name. */
  projects: Readonly<Record<string, ProjectConfiguration>>;
  /** Names of the projects that one depends on directly, sorted. */
  dependenciesOf(project: string): string[];
  /** Name of the target as the workspace calls it. */
  target: string;
  configuration: string | null;
  verbose: boolean;
  /** Lives as long as the batch: for what several projects share and should be read once. */
  shared: Map<string, unknown>;
}

export interface GateResult {
  success: boolean;
  /** 0 done · 1 findings or failing tests · 2 wrong use or unusable input. */
  exitCode?: 0 | 1 | 2;
  /** Printed as `path:line:col RULE message`, and written as SARIF with `--format=sarif`. */
  findings?: readonly Finding[];
  /** Definitions of the rules, for SARIF. */
  rules?: readonly RuleDefinition[];
  /** Summary for people, printed below the findings. */
  terminalOutput: string;
}

/** Options that every executor has beside its own. */
export interface GateOptions {
  format?: 'text' | 'sarif';
}

/**
 * A gate looks at one project and says whether it holds. A `UsageError` that it throws is wrong use or unusable input
 * (exit code 2); anything else that is thrown is a defect, the gate could not run and fails.
 */
export type Gate<Options extends GateOptions> = (
  project: GateProject,
  options: Options,
  context: GateContext,
) => GateResult | Promise<GateResult>;
