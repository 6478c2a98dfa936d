import { UsageError } from '../../core/errors';
import type { Ledger } from '../../core/plan/ledger';
import { compareImports, modulesToImport, oldPackages } from '../../core/proof/imports';
import { compareSuites, type MigrationProof } from '../../core/proof/prove';
import { createProgress } from '../../platform/progress';
import { restoreLegacy } from '../../platform/legacy-source';
import { run } from '../../platform/process';
import { sitePackages } from '../../platform/python/environment';
import { importersOf } from '../../platform/python/importers';
import type { GateResult, GateTarget } from '../lib/define-executor';
import { defineExecutor } from '../lib/define-executor';
import { readLedger } from '../lib/ledger';
import { writeReport } from '../lib/report';
import { importAll, install, runLegacySuite, runSuite, type Installed } from './suite';

export interface ProveOptions {
  /** Folder of the legacy package, where the backup is not at hand. */
  source?: string;
}

const MAX_LISTED = 20;
/** Environment and tests, twice, and the modules. */
const STEPS = 5;

/** `nx run P:prove`: the legacy suite and the migrated suite, each in its own environment, compared test by test. */
export async function proveGate(target: GateTarget, { source }: ProveOptions): Promise<GateResult> {
  const ledger = ledgerOf(target);
  const { workspaceRoot } = target;
  const modules = modulesToImport(ledger);
  const progress = createProgress(STEPS, `prove ${target.project}`);
  progress.step('environment of the legacy package');
  const legacy = await install(workspaceRoot, restoreLegacy(workspaceRoot, ledger, source), true);
  progress.step('legacy tests');
  const { run: before, options } = await runLegacySuite(legacy);
  progress.step('environment of the migrated package');
  const migrated = await hideCopies(await install(workspaceRoot, target.root), modules);
  progress.step('migrated tests');
  const after = await runSuite(migrated, options);
  progress.step('importing every module, before and after', modules.length);
  const [old, now] = [0, 1].map((side) => modules.map((pair) => pair[side]));
  const imports = compareImports(
    modules,
    await importAll(legacy, old),
    await importAll(migrated, now),
    migrated.hidden,
  );
  progress.done();
  const compared = compareSuites(target.project, before, after, ledger, imports);
  const proof =
    compared.verdict === 'PASS'
      ? compared
      : { ...compared, problems: [...compared.problems, ...(await stillAsked(migrated, modules))] };
  writeReport(target, 'MIGRATION_PROOF.json', proof);
  return { success: proof.verdict === 'PASS', terminalOutput: describe(target, proof, after.reasons) };
}

function ledgerOf(target: GateTarget): Ledger {
  const ledger = readLedger(target);
  if (ledger) return ledger;
  throw new UsageError(
    `${target.root} was not migrated from a legacy package (there is no ledger), so there is nothing to prove.`,
  );
}

/** Something installed for the tests may bring the package along as it was published: what was not rewritten would find that copy. */
async function hideCopies(migrated: Installed, modules: readonly [string, string][]): Promise<Installed> {
  const found = await importAll(migrated, oldNames(migrated, modules));
  return { ...migrated, hidden: [...found].flatMap(([name, error]) => (error === null ? [name] : [])) };
}

function oldNames({ analysis }: Installed, modules: readonly [string, string][]): string[] {
  return oldPackages(
    modules,
    analysis.project.layout.roots.map(({ name }) => name),
  );
}

/** A dependency may import the package itself: `soupsieve` for `bs4`. No edit here can follow that. */
async function stillAsked(migrated: Installed, modules: readonly [string, string][]): Promise<string[]> {
  const gone = oldNames(migrated, modules).filter((name) => !migrated.hidden.includes(name));
  const folder = await sitePackages(run, migrated.environment);
  return [...new Set(gone.map((name) => name.split('.')[0]))].flatMap((name) => {
    const importers = importersOf(folder, name);
    const words = `${importers.join(', ')} of what is installed imports ${name}, which is gone: --compat=shim keeps that name`;
    return importers.length > 0 ? [words] : [];
  });
}

function describe(target: GateTarget, proof: MigrationProof, reasons: ReadonlyMap<string, string>): string {
  const { before, after, differences, verdict, imports } = proof;
  const listed = differences.slice(0, MAX_LISTED).map(({ outcome, before: id, after: now }) => {
    const reason = reasons.get(now ?? '');
    return `  ${outcome.padEnd(7)} ${id}${reason === undefined ? '' : `: ${reason}`}\n`;
  });
  if (differences.length > MAX_LISTED) listed.push(`  … and ${differences.length - MAX_LISTED} more\n`);
  listed.push(
    ...imports.lost.map((module) => `  import  ${module.after}: ${module.error}\n`).slice(0, MAX_LISTED),
  );
  if (imports.hidden)
    listed.push(
      `  ${imports.hidden.join(', ')} as published is installed beside, for something else requires it; it was hidden from the migrated code and tests\n`,
    );
  const words = verdict === 'PASS' ? listed.join('') : `${proof.problems.join('\n')}\n${listed.join('')}`;
  const excerpt =
    before.counts.passed === 0
      ? `${before.evidence.excerpt}\n`
      : after.counts.passed === 0
        ? `${after.evidence.excerpt}\n`
        : '';
  return `${words}${excerpt}${verdict} prove of ${target.root}: ${before.counts.passed} tests passed before, ${before.counts.passed - differences.length} of them pass now, ${differences.length} lost; ${after.counts.passed} pass in all; ${imports.checked - imports.failedBefore.length} of ${imports.checked} modules imported before, ${imports.lost.length} of them do not now; dist/ufc/${target.root}/MIGRATION_PROOF.json\n`;
}

const executor = defineExecutor(proveGate);
export const batch = executor.batch;
export default executor.single;
