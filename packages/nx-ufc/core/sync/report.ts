import { lineDiff } from '../text/line-diff';
import type { CapabilitySync, FileSync, SyncPlan } from './plan-types';
import type { Conflict } from './types';

const WORDS: Record<FileSync['action'], string> = {
  create: 'made',
  update: 'updated',
  merge: 'merged',
  move: 'moved',
  delete: 'deleted',
  settle: 'settled',
  keep: 'yours',
  'stays-deleted': 'stays deleted',
  release: 'yours now, its template is gone',
  conflict: 'CONFLICT',
  proposal: 'PROPOSAL',
};

/** What is not brought in yet, and waits for a person. */
export function openFiles(sync: CapabilitySync): FileSync[] {
  return sync.files.filter(({ action }) => action === 'conflict' || action === 'proposal');
}

/** How many files wait for a person in all capabilities. */
export function openCount(plan: SyncPlan): number {
  return plan.capabilities.reduce((sum, sync) => sum + openFiles(sync).length, 0);
}

/** The command that settles one file; the answer, ours or theirs, follows. */
export function settleCommand(project: string, path: string): string {
  return `nx g @au/nx-ufc:sync --project ${project} --file ${path} --accept`;
}

/** Where the text that is offered for a file is written. */
export function proposalPath(sync: CapabilitySync, path: string): string {
  return `dist/ufc/${sync.folder}/proposals/${path}`;
}

/** What sync does, for people: a line a file; conflicts as base, yours and theirs with the command that settles them. */
export function describeSync(plan: SyncPlan, textOf: (path: string) => string | null): string {
  return plan.capabilities
    .filter((sync) => sync.files.length > 0)
    .map((sync) => describeCapability(sync, textOf))
    .join('');
}

function describeCapability(sync: CapabilitySync, textOf: (path: string) => string | null): string {
  const version = sync.from === sync.to ? '' : `: templates ${sync.from} → ${sync.to}`;
  const lines = sync.files.map((file) => {
    const from = file.from ? `${file.from} → ` : '';
    return `  ${WORDS[file.action]}  ${from}${file.path}\n${describeOpen(sync, file, textOf)}`;
  });
  return `${sync.folder}${version}\n${lines.join('')}`;
}

function describeOpen(sync: CapabilitySync, file: FileSync, textOf: (path: string) => string | null): string {
  if (file.action !== 'conflict' && file.action !== 'proposal') return '';
  const parts = file.conflicts.map(describeConflict);
  if (file.proposal !== null) {
    const diff = lineDiff(textOf(`${sync.folder}/${file.path}`) ?? '', file.proposal);
    parts.push(`    offered: ${proposalPath(sync, file.path)}\n${diff}`);
  }
  const command = settleCommand(sync.project, file.path);
  parts.push(`    keep yours:          ${command} ours\n    take the template's: ${command} theirs\n`);
  return parts.join('');
}

function describeConflict({ where, base, yours, theirs }: Conflict): string {
  const side = (name: string, text: string) =>
    `      ${name}${text === '' ? ' nothing' : `\n${indent(text)}`}\n`;
  const sides =
    base === '' && yours === '' && theirs === ''
      ? ''
      : side('base:  ', base) + side('yours: ', yours) + side('theirs:', theirs);
  return `    ${where}\n${sides}`;
}

const MAX_LINES = 20;

function indent(text: string): string {
  const lines = text.replace(/\n$/, '').split('\n');
  const shown = lines.slice(0, MAX_LINES).map((line) => `        ${line}`);
  if (lines.length > MAX_LINES) shown.push(`        … and ${lines.length - MAX_LINES} more lines`);
  return shown.join('\n');
}
