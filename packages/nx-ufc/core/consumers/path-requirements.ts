import { REQUIREMENTS_FILE } from '../merge/requirements/requirements-file';
import type { PlannedEdit } from '../plan/types';
import { follow, relativeSegments } from '../rewrite/locations/targets';
import { lineNumberAt } from '../text/lines';
import type { WorkspaceFile } from './types';

/** `-e ../shared`, `./libs/shared[extra]` in a requirements file (https://pip.pypa.io/en/stable/reference/requirements-file-format). */
const REQUIREMENT = /^[ \t]*(?:(?:-e|--editable)[ \t=]+)?((?:\.{1,2}\/)[\w./-]*)(?=[ \t[;#\r]|$)/gm;

/** Edits for requirements that name the folder of the package, from the folder of their file, where projects are installed. */
export function followPathRequirements(
  { path, bytes }: WorkspaceFile,
  places: { from: string; to: string },
): PlannedEdit[] {
  if (!REQUIREMENTS_FILE.test(path)) return [];
  const text = Buffer.from(bytes).toString('utf8');
  if (!Buffer.from(text).equals(bytes)) return [];
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  return [...text.matchAll(REQUIREMENT)].flatMap(({ 0: all, 1: named, index }): PlannedEdit[] => {
    const segments = named.split('/').filter((part) => part !== '' && part !== '.');
    if (follow(folder, segments) !== places.from) return [];
    const start = index + all.length - named.length;
    const target = relativeSegments(folder, places.to).join('/');
    const after = target.startsWith('.') ? target : `./${target}`;
    return [
      {
        start,
        end: start + named.length,
        text: after,
        kind: 'config',
        line: lineNumberAt(text, start),
        before: named,
        evidence: 'path of the package that moved',
      },
    ];
  });
}
