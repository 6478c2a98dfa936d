import { join, resolve } from 'node:path';
import { run } from './run';
import type { Workspace } from './workspace';

const CHECK = resolve(__dirname, '../../scripts/ledger/check.py');

export interface LedgerCheck {
  files: number;
  /** Files of these whose token streams were compared. */
  python: number;
  edits: number;
  excluded: number;
  problems: string[];
}

/** Compare a migrated capability with its legacy source by the ledger: every file accounted for, every byte and token outside of the edits as it was. */
export function checkLedger(workspace: Workspace, legacy: string, project: string): LedgerCheck {
  const capability = join(workspace.root, 'capabilities', project);
  const ledger = join(workspace.root, '.ufc/baseline', project, 'ledger.json');
  const { stdout, output } = run('python3', [CHECK, legacy, capability, ledger], workspace.root);
  if (!stdout.startsWith('{')) throw new Error(output);
  return JSON.parse(stdout) as LedgerCheck;
}
