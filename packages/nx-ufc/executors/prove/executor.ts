import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../../core/errors';
import type { Ledger } from '../../core/plan/ledger';
import { djangoEnvironment } from '../../core/project/django-settings';
import type { ProjectFacts } from '../../core/project/types';
import { compareImports, modulesToImport, oldPackages } from '../../core/proof/imports';
import { readOutcomes } from '../../core/proof/junit';
import { compareSuites, type MigrationProof, type SuiteRun } from '../../core/proof/prove';
import { createProgress, type Progress } from '../../platform/progress';
import { restoreLegacy } from '../../platform/legacy-source';
import { run } from '../../platform/process';
import { sitePackages, type Environment } from '../../platform/python/environment';
import { importersOf } from '../../platform/python/importers';
import { importModules } from '../../platform/python/import-modules';
import { runPytest } from '../../platform/python/pytest';
import { projectEnvironment } from '../../platform/python/toolchain';
import { analyseFolder } from '../lib/analyse';
import type { GateResult, GateTarget } from '../lib/define-executor';
import { defineExecutor } from '../lib/define-executor';
import { writeReport } from '../lib/report';

export interface ProveOptions {
  /** Folder of the legacy package, where the backup is not at hand. */
  source?: string;
}

/** What pytest exits with when it collected nothing. */
const NO_TESTS = 5;
/** Suites in `tests.py` are found by unittest, not by pytest (https://docs.python.org/3/library/unittest.html#test-discovery). */
const UNITTEST_FILES = ['-o', 'python_files=test*.py *_test.py'];
const MAX_LISTED = 20;
/** Environment and tests, twice, and the modules. */
const STEPS = 5;

/** `nx run P:prove`: the legacy suite and the migrated suite, each in its own environment, compared test by test. */
export async function proveGate(target: GateTarget, { source }: ProveOptions): Promise<GateResult> {
  const ledger = readLedger(target);
  const { workspaceRoot } = target;
  const legacy = restoreLegacy(workspaceRoot, ledger, source);
  const progress = createProgress(STEPS, `prove ${target.project}`);
  const before = await runSuite(workspaceRoot, legacy, 'legacy', progress);
  const after = await runSuite(workspaceRoot, target.root, 'migrated', progress, before.options);
  const modules = modulesToImport(ledger);
  const imported = ({ installed, variables }: InstalledSuite, names: readonly string[]) =>
    importModules(workspaceRoot, installed, names, variables);
  progress.step('importing every module, before and after', modules.length);
  const [old, now] = [0, 1].map((side) => modules.map((pair) => pair[side]));
  const imports = compareImports(
    modules,
    await imported(before, old),
    await imported(after, now),
    await imported(after, oldPackages(modules, after.roots)),
  );
  progress.done();
  const compared = compareSuites(target.project, before, after, ledger, imports);
  const proof =
    compared.verdict === 'PASS'
      ? compared
      : { ...compared, problems: [...compared.problems, ...(await stillAsked(after, modules))] };
  writeReport(target, 'MIGRATION_PROOF.json', proof);
  return { success: proof.verdict === 'PASS', terminalOutput: describe(target, proof) };
}

function readLedger(target: GateTarget): Ledger {
  const path = join(target.workspaceRoot, '.ufc', 'baseline', target.project, 'ledger.json');
  if (!existsSync(path))
    throw new UsageError(
      `${target.root} was not migrated from a legacy package (there is no ledger), so there is nothing to prove.`,
    );
  return JSON.parse(readFileSync(path, 'utf8')) as Ledger;
}

/** A suite that was run, with the environment that the package is still installed in, what pytest was told, and what its modules need to be imported. */
type InstalledSuite = SuiteRun & {
  installed: Environment;
  options: readonly string[];
  variables: Record<string, string>;
  /** Packages and modules of the top. */
  roots: string[];
};

async function runSuite(
  workspaceRoot: string,
  root: string,
  which: 'legacy' | 'migrated',
  progress: Progress,
  options: readonly string[] = [],
): Promise<InstalledSuite> {
  progress.step(`environment of the ${which} package`);
  const analysis = analyseFolder(workspaceRoot, root);
  const environment = await projectEnvironment(workspaceRoot, root, analysis);
  progress.step(`${which} tests`);
  const pytest = (more: readonly string[]) =>
    runPytest(workspaceRoot, root, environment, analysis.project, [
      '--continue-on-collection-errors',
      ...more,
    ]);
  const first = await pytest(options);
  const foundNone = which === 'legacy' && first.evidence.exitCode === NO_TESTS;
  const { report, evidence } = foundNone ? await pytest(UNITTEST_FILES) : first;
  const relative = (text: string) => text.replaceAll(`${workspaceRoot}/`, '');
  return {
    environment: { python: environment.version, requirements: environment.requirements.map(relative) },
    evidence,
    outcomes: readOutcomes(report),
    installed: environment,
    options: foundNone ? UNITTEST_FILES : options,
    variables: importVariables(workspaceRoot, root, analysis.project),
    roots: analysis.project.layout.roots.map(({ name }) => name),
  };
}

/** Settings of Django may lie among the tests, which are found from the folder of the project. */
function importVariables(workspaceRoot: string, root: string, project: ProjectFacts): Record<string, string> {
  const settings = djangoEnvironment(project);
  return Object.keys(settings).length === 0 ? {} : { ...settings, PYTHONPATH: join(workspaceRoot, root) };
}

/** A dependency may import the package itself: `soupsieve` for `bs4`. No edit here can follow that. */
async function stillAsked(
  { installed, roots }: InstalledSuite,
  modules: readonly [string, string][],
): Promise<string[]> {
  const names = new Set(oldPackages(modules, roots).map((name) => name.split('.')[0]));
  const folder = await sitePackages(run, installed);
  return [...names].flatMap((name) => {
    const importers = importersOf(folder, name);
    const words = `${importers.join(', ')} of what is installed imports ${name}, which is gone: --compat=shim keeps that name`;
    return importers.length > 0 ? [words] : [];
  });
}

function describe(target: GateTarget, proof: MigrationProof): string {
  const { before, after, differences, verdict, imports } = proof;
  const listed = differences
    .slice(0, MAX_LISTED)
    .map((difference) => `  ${difference.outcome.padEnd(7)} ${difference.before}\n`);
  if (differences.length > MAX_LISTED) listed.push(`  … and ${differences.length - MAX_LISTED} more\n`);
  listed.push(
    ...imports.lost.map((module) => `  import  ${module.after}: ${module.error}\n`).slice(0, MAX_LISTED),
  );
  if (imports.masked)
    listed.push(
      `  ${imports.masked.join(', ')} as published is installed beside for the tests: what still asks for it is not noticed\n`,
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
