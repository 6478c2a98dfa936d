import type { Ledger, LedgerEdit } from './ledger';

/** LEDGER.md: the ledger for people. Every move with its edits, what was made, what was left out, what needs a look. */
export function ledgerText(ledger: Ledger): string {
  const count = ledger.moves.reduce((sum, move) => sum + move.edits.length, 0);
  return [
    `# ${ledger.source.path} → ${ledger.capability}`,
    `${ledger.moves.length} files, ${count} edits, ${ledger.created.length} files made. Every byte outside of these edits is as it was.`,
    ...section('Taken apart', ledger.splits.flatMap(takenApart)),
    ...section('Moved', ledger.moves.flatMap(moved)),
    ...section(
      'Other projects that followed',
      ledger.consumers.flatMap(({ path, edits }) => [code(path), ...edits.map(edited)]),
    ),
    ...section(
      'Left out',
      ledger.excluded.map(({ path, reason }) => `${code(path)}: ${reason}`),
    ),
    ...section(
      'Imports that nothing here answers',
      ledger.unresolved.map(({ path, line, module }) => `${path}:${line} ${code(module)}`),
    ),
    ...section('Made', ledger.created.map(code)),
    ...section(
      'To look at',
      ledger.review.map(({ path, line, rule, message }) => `${path}:${line} ${rule} ${message}`),
    ),
    '',
  ].join('\n');
}

function section(title: string, items: readonly string[]): string[] {
  return items.length === 0
    ? []
    : ['', `## ${title}`, '', ...items.map((item) => (item.startsWith('  ') ? item : `- ${item}`))];
}

function takenApart({ source, parts }: Ledger['splits'][number]): string[] {
  return [
    code(source),
    ...parts.map(
      ({ path, definitions }) =>
        `  - ${code(path)}: ${definitions.map(({ name, line, endLine }) => `${name} (${line}–${endLine})`).join(', ')}`,
    ),
  ];
}

function moved({ from, to, edits }: Ledger['moves'][number]): string[] {
  return [from === to ? code(from) : `${code(from)} → ${code(to)}`, ...edits.map(edited)];
}

function edited({ line, before, after, evidence }: LedgerEdit): string {
  const what =
    before === ''
      ? `added ${code(after)}`
      : after === ''
        ? `removed ${code(before)}`
        : `${code(before)} → ${code(after)}`;
  return `  - line ${line}: ${what} (${evidence})`;
}

/** Markdown code on one line, whatever it holds. */
function code(text: string): string {
  const line = text.replace(/\r?\n/g, '⏎');
  const ticks = '`'.repeat(Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return ticks + pad + line + pad + ticks;
}
