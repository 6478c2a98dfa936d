import type { GeneratorCallback, Tree } from '@nx/devkit';
import type { CapabilityNames } from '../../core/blueprint/naming';
import { policyOf } from '../../core/blueprint/template-set';
import { UsageError } from '../../core/errors';
import { newLock, renderLock, syncContext } from '../../core/sync/context';
import { planCapabilitySync } from '../../core/sync/plan-sync';
import type { BaselineLock } from '../../core/sync/types';
import { shippedBlueprint } from '../../platform/blueprint';
import { applyChanges, changesOfCapability } from '../lib/apply-sync';
import { treeFiles, writeBaseline } from '../lib/baseline';
import { commitTree } from '../lib/commit';
import { inputOf, openLock } from '../lib/old-baseline';

/**
 * Take over a package that has the layers and no baseline: what equals its template is the factory's from now on, everything
 * else stays the person's. What the manifest layer lacks is made; nothing is overwritten.
 * @throws UsageError when the package is not there
 */
export function adopt(tree: Tree, names: CapabilityNames): GeneratorCallback | void {
  const source = shippedBlueprint();
  const { folder, project } = names;
  const root = `${source.blueprint.naming.sourceRoot}/${names.package}`;
  if (!tree.exists(`${folder}/${root}/__init__.py`))
    throw new UsageError(
      `${folder} has no ${root}/__init__.py to adopt. A package of another layout is migrated: nx g @au/nx-ufc:capability ${project} --source=DIR.`,
    );
  const known = openLock(tree, names, source);
  if (known) {
    process.stdout.write(
      `${folder} has a baseline already; nx g @au/nx-ufc:sync --project ${project} keeps it.\n`,
    );
    return commitTree(tree, { command: `capability ${project} --adopt`, project });
  }
  const lock = newLock(names, source, 'capability', inputOf(tree, names, source));
  const context = syncContext(treeFiles(tree), lock, source);
  const rendered = renderLock(lock, source).filter(
    ({ path, template }) => context.read(path) !== null || policyOf(context.set, template!) !== 'once',
  );
  const sync = planCapabilitySync({ ...context, lock, rendered });
  applyChanges(tree, changesOfCapability(tree, sync));
  writeBaseline(tree, sync.lock, context);
  process.stdout.write(
    summary(
      sync.lock,
      sync.writes.map(({ path }) => path),
    ),
  );
  return commitTree(tree, { command: `capability ${project} --adopt`, project });
}

function summary(lock: BaselineLock, made: readonly string[]): string {
  const entries = Object.entries(lock.files);
  const yours = entries.filter(([, entry]) => entry.state === 'yours').map(([path]) => path);
  const kept = entries.length - yours.length - made.length;
  const lines = [...yours.map((path) => `  yours  ${path}`), ...made.map((path) => `  made   ${path}`)];
  return `Adopted ${lock.folder}: ${kept} files equal their templates and are kept in sync, ${yours.length} differ and stay yours, ${made.length} were missing and are made.\n${lines.map((line) => `${line}\n`).join('')}Next: nx g @au/nx-ufc:manifest --project ${lock.project} && nx run ${lock.project}:verify\n`;
}
