import { diffComm } from 'node-diff3';

const MAX_LINES = 60;

/** The differences of two texts for people: `-` lines of the first, `+` lines of the second, equal lines left out. */
export function lineDiff(before: string, after: string): string {
  const lines = diffComm(before.split('\n'), after.split('\n')).flatMap((part) =>
    'common' in part && part.common
      ? []
      : [
          ...(part.buffer1 ?? []).map((line) => `    - ${line}`),
          ...(part.buffer2 ?? []).map((line) => `    + ${line}`),
        ],
  );
  const shown = lines.slice(0, MAX_LINES);
  if (lines.length > MAX_LINES) shown.push(`    … and ${lines.length - MAX_LINES} more lines`);
  return shown.map((line) => `${line}\n`).join('');
}
