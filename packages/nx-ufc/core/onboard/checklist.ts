import type { OnboardingReport } from './types';

const MARKS = { ok: 'ok', warn: 'look', fail: 'FAIL' } as const;

/**
 * ONBOARDING.md. @param previous the checklist of before: what people ticked in it stays ticked, lines that they added at
 * the end stay too
 */
export function onboardingChecklist(report: OnboardingReport, previous: string | null): string {
  const ticked = new Set((previous ?? '').split('\n').filter(isTicked).map(subject));
  return [
    `# Onboarding of ${report.name}`,
    '',
    `**${report.verdict}.** Candidate score **${report.score.toFixed(2)}** of 1, from \`${report.source}\`.`,
    '',
    '## Before anything moves',
    '',
    '| check | state | found | way out |',
    '| --- | --- | --- | --- |',
    ...report.checks.map(
      (check) =>
        `| ${[check.title, MARKS[check.status], check.detail, check.remediation].map(cell).join(' | ')} |`,
    ),
    '',
    '## The score',
    '',
    '| term | value | weight | counted |',
    '| --- | --- | --- | --- |',
    ...report.terms.map(
      (term) => `| ${term.title} | ${term.value.toFixed(2)} | ${term.weight} | ${cell(term.evidence)} |`,
    ),
    '',
    '## The way',
    '',
    ...report.todo.map((item) => `- [${ticked.has(subject(item)) ? 'x' : ' '}] ${item}`),
    ...(previous === null ? [''] : [...ownLines(previous), '']),
  ].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

function isTicked(line: string): boolean {
  return /^- \[[xX]\] /.test(line);
}

/** The part of an item that no figure and no command changes. */
function subject(item: string): string {
  return item
    .replace(/^- \[.\] /, '')
    .replace(/[,:].*$/, '')
    .replace(/\d+/g, '#');
}

const WAY = '\n## The way\n';

/** What stands behind the items and is none of them: notes that people wrote. */
function ownLines(previous: string): string[] {
  const at = previous.indexOf(WAY);
  if (at < 0) return [];
  const lines = previous
    .slice(at + WAY.length)
    .trimEnd()
    .split('\n');
  const last = lines.findLastIndex((line) => /^- \[.\] /.test(line));
  return lines.slice(last + 1);
}
