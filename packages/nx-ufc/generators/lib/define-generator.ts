import type { GeneratorCallback, Tree } from '@nx/devkit';
import { UsageError } from '../../core/errors';
import { finishTransaction, holdWorkspace, leaveWorkspace } from '../../platform/transaction/transaction';

export type Generator<Options> = (tree: Tree, options: Options) => Promise<GeneratorCallback | void>;

/**
 * Wrap a generator for the command line: it has the workspace to itself from its first read to its last write, an
 * unfinished command of before is completed first, and wrong use ends with its message and exit code 2, before anything
 * is written. A dry run only reads.
 */
export function defineGenerator<Options>(generator: Generator<Options>): Generator<Options> {
  return async (tree, options) => {
    try {
      return process.env.NX_DRY_RUN === 'true'
        ? await generator(tree, options)
        : await exclusively(tree, options, generator);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      process.stderr.write(`\n${error.message}\n`);
      process.exit(error.exitCode);
    }
  };
}

async function exclusively<Options>(
  tree: Tree,
  options: Options,
  generator: Generator<Options>,
): Promise<GeneratorCallback | void> {
  const hold = () =>
    holdWorkspace(tree.root, commandOf(generator, options), (holder) =>
      process.stderr.write(`Waiting for another command to finish: ${holder}\n`),
    );
  await hold();
  let callback: GeneratorCallback | void = undefined;
  try {
    const finished = finishTransaction(tree.root);
    if (finished) process.stderr.write(`Completed "${finished.command}", which had been interrupted.\n`);
    await hold();
    callback = await generator(tree, options);
  } finally {
    if (!callback) leaveWorkspace(tree.root);
  }
  if (!callback) return undefined;
  const finish = callback;
  return async () => {
    try {
      await finish();
    } finally {
      leaveWorkspace(tree.root);
    }
  };
}

/** `capability tinydb`: what others read who wait for it. */
function commandOf<Options>(generator: Generator<Options>, options: Options): string {
  const { name, project } = options as { name?: string; project?: string };
  return `${generator.name.replace(/Generator$/, '')} ${name ?? project ?? ''}`.trim();
}
