import type { GeneratorCallback, Tree } from '@nx/devkit';
import { UsageError } from '../../core/errors';
import { finishTransaction } from '../../platform/transaction/transaction';

export type Generator<Options> = (tree: Tree, options: Options) => Promise<GeneratorCallback | void>;

/**
 * Wrap a generator for the command line: an unfinished command of before is completed first, and wrong use ends with its
 * message and exit code 2, before anything is written.
 */
export function defineGenerator<Options>(generator: Generator<Options>): Generator<Options> {
  return async (tree, options) => {
    try {
      if (process.env.NX_DRY_RUN !== 'true') {
        const finished = finishTransaction(tree.root);
        if (finished) process.stderr.write(`Completed "${finished.command}", which had been interrupted.\n`);
      }
      return await generator(tree, options);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      process.stderr.write(`\n${error.message}\n`);
      process.exit(error.exitCode);
    }
  };
}
