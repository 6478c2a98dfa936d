import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FindingCounts, Ratchet, RatchetResult } from '../../core/compliance/ratchet';
import { compareRatchet, lowered } from '../../core/compliance/ratchet';
import type { GateTarget } from './define-executor';

/**
 * Hold findings of migrated code against the record. The first run of a tool makes the record, and says so; later runs
 * fail on more, and lower it on fewer.
 */
export function applyRatchet(
  target: GateTarget,
  tool: string,
  found: FindingCounts,
): RatchetResult & { recordedNow: boolean; path: string } {
  const path = `.ufc/baseline/${target.project}/ratchet.json`;
  const absolute = join(target.workspaceRoot, path);
  const ratchet: Ratchet = existsSync(absolute)
    ? (JSON.parse(readFileSync(absolute, 'utf8')) as Ratchet)
    : { schema: 'ufc:ratchet:1', tools: {} };
  const recorded = ratchet.tools[tool];
  const next = recorded ? lowered(recorded, found) : sorted(found);
  const result = compareRatchet(recorded ?? found, found);
  if (JSON.stringify(next) !== JSON.stringify(recorded)) {
    mkdirSync(dirname(absolute), { recursive: true });
    writeFileSync(
      absolute,
      `${JSON.stringify({ ...ratchet, tools: sorted({ ...ratchet.tools, [tool]: next }) }, null, 2)}\n`,
    );
  }
  return { ...result, recordedNow: recorded === undefined, path };
}

function sorted<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
