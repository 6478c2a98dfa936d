import type { Edit } from '../text/edits';
import type { Anatomy } from './anatomy';
import type { Partition } from './partition';
import { importLine } from './part-text';
import { lineStart } from '../text/lines';

/**
 * The edits of a module that is taken apart: definitions go with their lines and the blank lines before them, and the names of
 * each part are imported, so that everything that was there can still be had there.
 * @param moduleText text of the module that a part is, for an import
 */
export function oldModuleEdits(
  anatomy: Anatomy,
  parts: Partition,
  moduleText: (part: string) => string,
): Edit[] {
  const { text, statements } = anatomy;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const names = [...new Set(parts)].filter((part) => part !== null);
  const imports = names.map((part) => importOf(anatomy, parts, part, moduleText(part))).join('\n') + '\n';
  const at = placeOfImports(anatomy, parts);
  const alone =
    at === 0 ||
    statements.some(({ block, kind }) => block.end === at && (kind === 'docstring' || kind === 'guard'));
  const lead = (/[\r\n]$|^$/.test(text.slice(0, at)) ? '' : '\n') + (alone ? '\n' : '');
  const insertion = { start: at, end: at, text: (lead + imports).replaceAll('\n', newline) };
  const removals = statements.flatMap(({ block }, i): Edit[] =>
    parts[i] === null ? [] : [{ start: blankLinesBefore(text, block.start), end: block.end, text: '' }],
  );
  return [insertion, ...removals];
}

/**
 * After the imports above the first definition that goes; code that runs between them may be meant to run first (it sets an
 * environment variable, a path), so the place is below such code.
 */
function placeOfImports({ statements }: Anatomy, parts: Partition): number {
  const first = parts.findIndex((part) => part !== null);
  let at = first - 1;
  while (at >= 0 && !['import', 'guard', 'docstring', 'other'].includes(statements[at].kind)) at--;
  return at < 0 ? statements[first].block.start : statements[at].block.end;
}

function importOf(anatomy: Anatomy, parts: Partition, part: string, module: string): string {
  const used = namesRead(anatomy, parts);
  const names = anatomy.statements.flatMap((statement, at) => (parts[at] === part ? statement.names : []));
  // `a as a` says that the name is meant for others (https://peps.python.org/pep-0484/#stub-files).
  return importLine(
    module,
    names.sort().map((name) => (used.has(name) ? name : `${name} as ${name}`)),
  );
}

function namesRead(anatomy: Anatomy, parts: Partition): Set<string> {
  const used = new Set(anatomy.facts.dunderAll?.entries.map((entry) => entry.name));
  anatomy.reads.forEach((reads, at) => {
    if (parts[at] === null) for (const name of reads.keys()) used.add(name);
  });
  return used;
}

function blankLinesBefore(text: string, start: number): number {
  let at = start;
  for (;;) {
    const lineEnd = at - 1;
    if (lineEnd < 0 || text[lineEnd] !== '\n') return at;
    const start = lineStart(text, lineEnd);
    if (!/^[ \t\f\r]*$/.test(text.slice(start, lineEnd))) return at;
    at = start;
  }
}
