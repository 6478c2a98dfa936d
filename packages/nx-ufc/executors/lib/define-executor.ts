import type { ExecutorContext, TaskGraph } from '@nx/devkit';
import { UsageError } from '../../core/errors';

/** One project that a gate looks at. */
export interface GateTarget {
  project: string;
  /** Workspace-relative folder. */
  root: string;
  workspaceRoot: string;
  /** Absolute folder of the reports: dist/ufc/<root>. */
  output: string;
}

export interface GateResult {
  success: boolean;
  terminalOutput: string;
}

export type Gate<Options> = (target: GateTarget, options: Options) => GateResult | Promise<GateResult>;
type BatchResult = { task: string; result: GateResult };

/** The two forms of an executor that Nx knows; the single one runs a batch of one. */
export function defineExecutor<Options>(gate: Gate<Options>) {
  const run = async (target: GateTarget, options: Options): Promise<GateResult> => {
    try {
      return await gate(target, options);
    } catch (error) {
      if (error instanceof UsageError) return { success: false, terminalOutput: `${error.message}\n` };
      const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
      return {
        success: false,
        terminalOutput: `${target.project}: the gate could not run, which is a failure.\n${detail}\n`,
      };
    }
  };
  const single = async (options: Options, context: ExecutorContext): Promise<{ success: boolean }> => {
    const result = await run(targetOf(context, context.projectName!), options);
    process.stdout.write(result.terminalOutput);
    return { success: result.success };
  };
  // Results are handed out one by one: Nx shows the output of a batched task only then.
  async function* batch(
    graph: TaskGraph,
    inputs: Record<string, Options>,
    _overrides: unknown,
    context: ExecutorContext,
  ): AsyncGenerator<BatchResult> {
    for (const [task, { target }] of Object.entries(graph.tasks)) {
      yield { task, result: await run(targetOf(context, target.project), inputs[task]) };
    }
  }
  return { single, batch };
}

function targetOf(context: ExecutorContext, project: string): GateTarget {
  const { root } = context.projectsConfigurations.projects[project];
  return { project, root, workspaceRoot: context.root, output: `${context.root}/dist/ufc/${root}` };
}
