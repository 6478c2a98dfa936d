import { reviewLine } from '../../core/plan/review-line';
import type { CapabilityNames } from '../../core/blueprint/naming';
import type { ConsumerPlan } from '../../core/consumers/types';
import type { MigrationPlan } from '../../core/plan/types';
import type { Analysis } from '../../core/project/analysis';
import type { SourceTree } from '../../core/project/types';
import { isLeftover } from '../../platform/transaction/files';
import { unresolvedImports, type UnresolvedImport } from '../../core/plan/unresolved';
import type { Source } from '../lib/sources';

const MAX_REVIEW = 12;

/** What a migration did, for people: where things went, what was edited, what needs a look. */
export function summarise(
  plan: MigrationPlan,
  source: Source,
  names: CapabilityNames,
  consumers: ConsumerPlan,
): string {
  const { tree } = source.analysis.project;
  const byPlace = new Map<string, number>();
  for (const entry of plan.map.modules) {
    const place = entry.layer ? `${entry.layer}/${entry.role}` : `${entry.action} ${entry.role}`;
    byPlace.set(place, (byPlace.get(place) ?? 0) + 1);
  }
  const edits = plan.files.reduce((sum, file) => sum + file.edits.length, 0);
  const edited = plan.files.filter((file) => file.edits.length > 0).length;
  const lines = [
    '',
    `${source.display} (${tree.files.length} files) → ${names.folder} as ${names.package}${source.inside ? '' : ' — copied, the source lies outside of the workspace'}`,
    ...[...byPlace]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([place, count]) => `  ${String(count).padStart(4)}  ${place}`),
    `  ${String(edits).padStart(4)}  edits in ${edited} files; everything else is byte for byte as it was`,
    `  ${String(plan.creates.length).padStart(4)}  generated files`,
  ];
  for (const { source: path, parts } of plan.splits)
    lines.push(`        taken apart: ${path} → ${parts.map((part) => part.path).join(', ')}`);
  if (consumers.files.length > 0) {
    const count = consumers.files.reduce((sum, file) => sum + file.edits.length, 0);
    lines.push(
      `  ${String(count).padStart(4)}  edits in ${consumers.files.length} files of other projects that use it`,
    );
  }
  const doubtful = plan.map.modules.filter((entry) => entry.review);
  if (doubtful.length > 0)
    lines.push(
      `  ${String(doubtful.length).padStart(4)}  ${doubtful.length === 1 ? 'module' : 'modules'} to review in the map: ${doubtful
        .slice(0, 5)
        .map((entry) => entry.source)
        .join(', ')}${doubtful.length > 5 ? ' …' : ''}`,
    );
  const missing = whatIsMissing(unresolvedImports(source.analysis), source.analysis);
  if (missing !== null) lines.push(missing);
  const left = source.inside ? whatIsLeft(tree.ignored) : null;
  if (left !== null) lines.push(left);
  const review = [...plan.review, ...consumers.review];
  for (const item of review.slice(0, MAX_REVIEW)) lines.push(`  ${reviewLine(item)}`);
  if (review.length > MAX_REVIEW) lines.push(`  … and ${review.length - MAX_REVIEW} more`);
  lines.push(
    `The ledger is .ufc/baseline/${names.project}/ledger.json; nx g @au/nx-ufc:undo --project ${names.project} takes everything back.`,
  );
  lines.push(
    `Next: nx run ${names.project}:verify && nx run ${names.project}:test && nx run ${names.project}:build`,
    '',
    '',
  );
  return lines.join('\n');
}

const MAX_LEFT = 6;

/** The line that says what stays in the legacy folder, since it is no part of the package; null when nothing does. */
export function whatIsLeft(ignored: SourceTree['ignored']): string | null {
  const staying = ignored.filter(({ path }) => !path.split('/').some(isLeftover));
  if (staying.length === 0) return null;
  const shown = staying.slice(0, MAX_LEFT).map(({ path, reason }) => `${path} (${reason})`);
  const what = staying.length === 1 ? 'stays where it is, no part' : 'stay where they are, no part';
  return `  ${String(staying.length).padStart(4)}  ${what} of the package: ${shown.join(', ')}${staying.length > MAX_LEFT ? ' …' : ''}`;
}

const MAX_ROOTS = 6;
/** Tests are run with it whether it is declared or not. */
const BROUGHT = /^_?pytest(\.|$)/;

/** The line that says what nothing at hand answers; null when there is nothing that somebody has to see to: what is only tried may be missing. */
export function whatIsMissing(all: readonly UnresolvedImport[], { project }: Analysis): string | null {
  const isTried = ({ path, line }: UnresolvedImport) =>
    project.facts.get(path)?.imports.some((one) => one.line === line && one.guarded) ?? false;
  const unresolved = all.filter((one) => !BROUGHT.test(one.module) && !isTried(one));
  if (unresolved.length === 0) return null;
  const byRoot = new Map<string, number>();
  for (const { module } of unresolved) {
    const top = module.split('.')[0] || module;
    // Of the package itself, the module is what is missing.
    const root = project.layout.roots.some(({ name }) => name === top) ? module : top;
    byRoot.set(root, (byRoot.get(root) ?? 0) + 1);
  }
  const roots = [...byRoot].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const shown = roots.slice(0, MAX_ROOTS).map(([root, count]) => `${root} (${count})`);
  const what = unresolved.length === 1 ? 'import' : 'imports';
  const where = unresolved.length === 1 ? 'it is' : 'each is';
  return `  ${String(unresolved.length).padStart(4)}  ${what} of what is neither here nor declared: ${shown.join(', ')}${roots.length > MAX_ROOTS ? ' …' : ''}; ${where} listed in LEDGER.md`;
}
