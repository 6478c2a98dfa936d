import type { ProjectFacts } from '../project/types';
import { reviewLine } from '../plan/review-line';
import { columnAt } from '../text/lines';
import type { RepairPlan } from './plan-repairs';

/** Candidates that a line names; of more it says how many. */
const SHOWN = 5;

/** A repair as a terminal shows it: each replacement once, with its places, then what a person must decide. @param folder of the capability */
export function describeRepairs(folder: string, plan: RepairPlan, project: ProjectFacts): string {
  const { broken, open } = plan;
  const lines = replacements(folder, plan, project);
  if (plan.pyproject !== null)
    lines.push(`${folder}/pyproject.toml: entry points, packages and settings of tools follow`);
  for (const one of open)
    lines.push(
      `${folder}/${one.path}:${one.line}:${one.column} IMPORT_UNRESOLVED "${one.target}" ${advice(one)}`,
    );
  lines.push(...plan.review.map((item) => `${folder}/${reviewLine(item)}`));
  lines.push(
    `${folder}: ${broken} broken references, ${broken - open.length} repaired, ${open.length} for you to decide`,
  );
  return `${lines.join('\n')}\n`;
}

function replacements(folder: string, { files }: RepairPlan, { sources, tree }: ProjectFacts): string[] {
  const textOf = (path: string) =>
    sources.get(path)?.text ??
    Buffer.from(tree.files.find((file) => file.path === path)!.bytes).toString('utf8');
  const places = new Map<string, Map<string, string[]>>();
  for (const { path, edits } of files)
    for (const edit of edits) {
      const what = `${edit.before.trim() || '(new)'} → ${edit.text.trim() || '(nothing)'}`;
      const byFile = places.get(what) ?? new Map<string, string[]>();
      const place = `${edit.line}:${columnAt(textOf(path), edit.start)}`;
      places.set(what, byFile.set(path, [...(byFile.get(path) ?? []), place]));
    }
  return [...places].flatMap(([what, byFile]) => [
    what,
    ...[...byFile].map(([path, at]) => `  ${folder}/${path}:${at.join(' ')}`),
  ]);
}

function advice({ candidates, near }: RepairPlan['open'][number]): string {
  if (candidates.length > 0) return `may be ${alternatives(candidates)}; edit the import`;
  if (near !== null) return `is nowhere in the capability; did you mean "${near}"? Edit the import`;
  return 'is nowhere in the capability; edit the import';
}

function alternatives(candidates: readonly string[]): string {
  const more = candidates.length - SHOWN;
  return candidates.slice(0, SHOWN).join(' or ') + (more > 0 ? ` or ${more} more` : '');
}
