import type { Tree } from '@nx/devkit';
import type { Ledger } from '../../core/plan/ledger';
import { ledgerText } from '../../core/plan/ledger-text';
import { baselinePath } from './baseline';
import { writeIfChanged } from './write-if-changed';

const NAME = 'ledger.json';

/** The ledger of the migration that made a capability; null when none did. */
export function readLedger(tree: Tree, project: string): Ledger | null {
  const path = baselinePath(project, NAME);
  return tree.exists(path) ? (JSON.parse(tree.read(path, 'utf8')!) as Ledger) : null;
}

/** Write a ledger, for programs and for people. */
export function writeLedger(tree: Tree, project: string, ledger: Ledger): void {
  writeIfChanged(tree, baselinePath(project, NAME), `${JSON.stringify(ledger, null, 2)}\n`);
  writeIfChanged(tree, baselinePath(project, 'LEDGER.md'), ledgerText(ledger));
}
