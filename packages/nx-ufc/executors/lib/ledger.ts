import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ledger } from '../../core/plan/ledger';
import type { GateTarget } from './define-executor';

/** The ledger of the migration that made a capability; null when none did. */
export function readLedger({ project, workspaceRoot }: GateTarget): Ledger | null {
  const path = join(workspaceRoot, '.ufc', 'baseline', project, 'ledger.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Ledger) : null;
}
