import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { GateTarget } from './define-executor';

/** Write a report of a gate: the same facts give the same bytes. */
export function writeReport(target: GateTarget, file: string, content: object | string): void {
  const path = join(target.output, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`);
}

/** Remove a folder of reports, so that none of an earlier run stays. */
export function removeReports(target: GateTarget, folder: string): void {
  rmSync(join(target.output, folder), { recursive: true, force: true });
}
