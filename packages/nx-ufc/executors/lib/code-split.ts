import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Analysis } from '../../core/project/analysis';
import type { GateTarget } from './define-executor';

/** The Python files of a capability by where they come from: the factory's templates, or a legacy package or person. */
export interface CodeSplit {
  /** Checked strictly. */
  generated: string[];
  /** Held by the ratchet. A capability that was not migrated has none: everything in it is checked strictly. */
  migrated: string[];
}

export function splitCode(target: GateTarget, analysis: Analysis): CodeSplit {
  const python = analysis.project.tree.files.map((file) => file.path).filter((path) => path.endsWith('.py'));
  const ledger = join(target.workspaceRoot, '.ufc', 'baseline', target.project, 'ledger.json');
  if (!existsSync(ledger)) return { generated: python, migrated: [] };
  const moved = new Set(
    (JSON.parse(readFileSync(ledger, 'utf8')) as { moves: { to: string }[] }).moves.map((move) => move.to),
  );
  return {
    generated: python.filter((path) => !moved.has(path)),
    migrated: python.filter((path) => moved.has(path)),
  };
}
