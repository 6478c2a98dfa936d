import type { GeneratorCallback, Tree } from '@nx/devkit';
import { UsageError } from '../../core/errors';
import { createProgress } from '../../platform/progress';
import { backups, changedSince, isTakenBack, undoTransaction } from '../../platform/transaction/transaction';
import { defineGenerator } from '../lib/define-generator';
import type { UndoOptions } from './schema';

const MAX_LISTED = 20;

/** `nx g @au/nx-ufc:undo --project P`. @throws UsageError when files changed since: nothing is lost by undoing */
export async function undoGenerator(tree: Tree, options: UndoOptions): Promise<GeneratorCallback | void> {
  const record = backups(tree.root).findLast((candidate) => candidate.project === options.project);
  if (!record)
    throw new UsageError(
      `There is nothing to take back for "${options.project}": no command of this workspace changed it.`,
    );
  const changed = changedSince(tree.root, record);
  const isBack = changed.length > 0 && isTakenBack(tree.root, record);
  if (changed.length > 0 && !isBack) {
    const listed = changed.slice(0, MAX_LISTED).map((path) => `  ${path}`);
    throw new UsageError(
      `"${record.command}" is not taken back, these files changed since:\n${listed.join('\n')}${changed.length > MAX_LISTED ? `\n  … and ${changed.length - MAX_LISTED} more` : ''}\nSet them back first, e.g. by git.`,
    );
  }
  if (isBack)
    process.stdout.write(
      `"${record.command}" was taken back before, by version control or by hand; it is forgotten. Run again to take back what came before it.\n`,
    );
  else process.stdout.write(`Taking back "${record.command}": ${record.changes.length} files.\n`);
  if (process.env.NX_DRY_RUN === 'true') return undefined;
  return () => {
    const progress = createProgress(1);
    progress.step('taking back', record.changes.length);
    undoTransaction(tree.root, { ...record, command: `undo ${options.project}` }, progress.tick);
    progress.done();
  };
}

export default defineGenerator(undoGenerator);
