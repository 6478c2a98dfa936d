import type { GeneratorCallback, Tree } from '@nx/devkit';
import { describeRepairs } from '../../core/repair/describe';
import { followLedger } from '../../core/repair/follow-ledger';
import { planRepairs } from '../../core/repair/plan-repairs';
import { lockOf } from '../../core/sync/context';
import { edited } from '../lib/apply-plan';
import { treeFiles } from '../lib/baseline';
import { commitTree } from '../lib/commit';
import { defineGenerator } from '../lib/define-generator';
import type { PartOptions } from '../lib/part-options';
import { followOldName } from '../lib/follow-old-name';
import { readCapability } from '../lib/regenerate';
import { readLedger, writeLedger } from '../lib/ledger';

/** `nx g @au/nx-ufc:imports --project P`: broken imports are repaired where one module can be meant, listed where not. */
export async function importsGenerator(tree: Tree, options: PartOptions): Promise<GeneratorCallback | void> {
  const { names, folder, analysis } = readCapability(tree, options.project);
  const ledger = readLedger(tree, names.project);
  const lock = lockOf(treeFiles(tree), names.project);
  const plan = planRepairs(analysis.project, {
    former: ledger?.modules ?? {},
    placed: (ledger?.moves ?? []).map(({ to }) => to),
    generated: new Set([...Object.keys(lock?.files ?? {}), ...(ledger?.created ?? [])]),
  });
  const made = followOldName(tree, names, plan.moved);
  for (const { path, edits } of plan.files.filter((file) => !made.has(file.path)))
    tree.write(
      `${folder}/${path}`,
      edited(tree.read(`${folder}/${path}`)!, analysis.project.sources.get(path) ?? null, edits),
    );
  if (plan.pyproject !== null) tree.write(`${folder}/pyproject.toml`, plan.pyproject);
  if (ledger) writeLedger(tree, names.project, followLedger(ledger, analysis.project, plan.moved));
  process.stdout.write(describeRepairs(folder, plan, analysis.project));
  return commitTree(tree, { command: `imports ${names.project}`, project: names.project });
}

export default defineGenerator(importsGenerator);
