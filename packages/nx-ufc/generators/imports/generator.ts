import type { GeneratorCallback, Tree } from '@nx/devkit';
import type { Ledger } from '../../core/plan/ledger';
import type { ProjectFacts } from '../../core/project/types';
import { planRepairs, type RepairPlan } from '../../core/repair/plan-repairs';
import { columnAt } from '../../core/text/lines';
import { edited } from '../lib/apply-plan';
import { baselinePath } from '../lib/baseline';
import { commitTree } from '../lib/commit';
import { defineGenerator } from '../lib/define-generator';
import type { PartOptions } from '../lib/part-options';
import { readCapability } from '../lib/regenerate';

/** `nx g @au/nx-ufc:imports --project P`: broken imports are repaired where one module can be meant, listed where not. */
export async function importsGenerator(tree: Tree, options: PartOptions): Promise<GeneratorCallback | void> {
  const { names, folder, analysis } = readCapability(tree, options.project);
  const ledgerPath = baselinePath(names.project, 'ledger.json');
  const ledger = tree.exists(ledgerPath) ? (JSON.parse(tree.read(ledgerPath, 'utf8')!) as Ledger) : null;
  const plan = planRepairs(analysis.project, ledger?.modules ?? {});
  for (const { path, edits } of plan.files)
    tree.write(
      `${folder}/${path}`,
      edited(tree.read(`${folder}/${path}`)!, analysis.project.sources.get(path) ?? null, edits),
    );
  if (plan.pyproject !== null) tree.write(`${folder}/pyproject.toml`, plan.pyproject);
  process.stdout.write(describe(folder, plan, analysis.project));
  return commitTree(tree, { command: `imports ${names.project}`, project: names.project });
}

function describe(folder: string, plan: RepairPlan, { sources, tree }: ProjectFacts): string {
  const textOf = (path: string) =>
    sources.get(path)?.text ??
    Buffer.from(tree.files.find((file) => file.path === path)!.bytes).toString('utf8');
  const lines = plan.files.flatMap(({ path, edits }) =>
    edits.map(
      (edit) =>
        `${folder}/${path}:${edit.line}:${columnAt(textOf(path), edit.start)} ${edit.before.trim() || '(new)'} → ${edit.text.trim()}`,
    ),
  );
  if (plan.pyproject !== null) lines.push(`${folder}/pyproject.toml: entry points and tool settings follow`);
  for (const { path, line, column, target, candidates, near } of plan.open) {
    const where =
      candidates.length > 0
        ? `may be ${candidates.join(' or ')}`
        : `is nowhere in the capability${near === null ? '' : `; did you mean "${near}"?`}`;
    lines.push(
      `${folder}/${path}:${line}:${column} IMPORT_UNRESOLVED "${target}" ${where}${near === null ? ';' : ''} ${near === null ? 'edit the import' : 'Edit the import'}`,
    );
  }
  lines.push(
    `${folder}: ${plan.broken} broken imports, ${plan.broken - plan.open.length} repaired, ${plan.open.length} for you to decide`,
  );
  return `${lines.join('\n')}\n`;
}

export default defineGenerator(importsGenerator);
