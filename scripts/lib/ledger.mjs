import { join } from 'node:path';
import { repository, run } from './scratch.mjs';

/**
 * Compare a migrated package with its legacy source by the ledger, byte by byte and token by token.
 * @returns counts, and what is wrong
 */
export function checkLedger(legacy, workspace, project) {
  const capability = join(workspace, 'capabilities', project);
  const ledger = join(workspace, '.ufc/baseline', project, 'ledger.json');
  const { stdout, stderr } = run(
    'python3',
    [join(repository, 'scripts/ledger/check.py'), legacy, capability, ledger],
    workspace,
  );
  try {
    return JSON.parse(stdout);
  } catch {
    return { problems: [stderr.trim()] };
  }
}
