import type { ToolState } from '../core/onboard/types';
import type { Run } from './process';

const TOOLS: { tool: string; commands: string[]; neededFor: string }[] = [
  { tool: 'git', commands: ['git'], neededFor: 'a way back outside of the factory' },
  { tool: 'Python', commands: ['python3', 'python'], neededFor: 'lint, typecheck, test, build and prove' },
];

/** Which of the programs that later phases start are on PATH. */
export function toolStates(run: Run, cwd: string): Promise<ToolState[]> {
  return Promise.all(
    TOOLS.map(async ({ tool, commands, neededFor }) => {
      const answers = await Promise.all(
        commands.map((command) => run(command, ['--version'], { cwd, timeoutMs: 30_000 })),
      );
      return { tool, neededFor, there: answers.some((answer) => answer.exitCode === 0) };
    }),
  );
}
