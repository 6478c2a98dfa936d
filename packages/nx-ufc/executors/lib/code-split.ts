import type { Analysis } from '../../core/project/analysis';
import type { GateTarget } from './define-executor';
import { readLedger } from './ledger';

/** The Python files of a capability by where they come from: the factory's templates, or a legacy package or person. */
export interface CodeSplit {
  /** Checked strictly. */
  generated: string[];
  /** Held by the ratchet. A capability that was not migrated has none: everything in it is checked strictly. */
  migrated: string[];
}

export function splitCode(target: GateTarget, analysis: Analysis): CodeSplit {
  const python = analysis.project.tree.files.map((file) => file.path).filter((path) => path.endsWith('.py'));
  const ledger = readLedger(target);
  if (!ledger) return { generated: python, migrated: [] };
  const moved = new Set(ledger.moves.map((move) => move.to));
  return {
    generated: python.filter((path) => !moved.has(path)),
    migrated: python.filter((path) => moved.has(path)),
  };
}
