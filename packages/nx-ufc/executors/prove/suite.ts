import { delimiter, join } from 'node:path';
import type { Analysis } from '../../core/project/analysis';
import { djangoEnvironment, djangoSearchPath } from '../../core/project/django-settings';
import type { ProjectFacts } from '../../core/project/types';
import { otherOptions } from '../../core/project/unittest-names';
import type { ImportOutcomes } from '../../core/proof/imports';
import { readOutcomes, readReasons } from '../../core/proof/junit';
import type { SuiteRun } from '../../core/proof/prove';
import { prefixOfIds, withoutPrefix } from '../../core/proof/test-ids';
import type { Environment } from '../../platform/python/environment';
import { hiding } from '../../platform/python/hidden';
import { importModules } from '../../platform/python/import-modules';
import { runPytest } from '../../platform/python/pytest';
import { projectEnvironment } from '../../platform/python/toolchain';
import { analyseFolder } from '../lib/analyse';

/** A package in an environment made for it. */
export interface Installed {
  workspaceRoot: string;
  root: string;
  analysis: Analysis;
  environment: Environment;
  /** Packages that are there and that its code and tests must not find. */
  hidden: readonly string[];
}

/** Install a package, editable, with what its tests need. @param mayBeRunInPlace see `projectEnvironment` */
export async function install(
  workspaceRoot: string,
  root: string,
  mayBeRunInPlace = false,
): Promise<Installed> {
  const analysis = analyseFolder(workspaceRoot, root);
  const environment = await projectEnvironment(workspaceRoot, root, analysis, mayBeRunInPlace);
  return { workspaceRoot, root, analysis, environment, hidden: [] };
}

/** Run the suite of a package. @param options of pytest */
export async function runSuite(installed: Installed, options: readonly string[] = []): Promise<SuiteRun> {
  const { workspaceRoot, root, analysis, environment, hidden } = installed;
  const { report, evidence } = await runPytest(workspaceRoot, root, environment, analysis.project, {
    // All of both suites is compared, whatever the first failure is to their own settings.
    options: ['--continue-on-collection-errors', '--maxfail=0', ...options],
    variables: hiding(hidden),
  });
  const outcomes = readOutcomes(report);
  const paths = new Set(analysis.project.tree.files.map(({ path }) => path));
  const prefix = prefixOfIds(outcomes.keys(), root, paths);
  const relative = (text: string) => text.replaceAll(`${workspaceRoot}/`, '');
  return {
    environment: { python: environment.version, requirements: environment.requirements.map(relative) },
    evidence,
    outcomes: withoutPrefix(outcomes, prefix),
    reasons: withoutPrefix(readReasons(report, true), prefix),
  };
}

/** Run the suite of a package as it was, with the options of pytest that find its tests. */
export async function runLegacySuite(legacy: Installed): Promise<{ run: SuiteRun; options: string[] }> {
  const run = await runSuite(legacy);
  if (hasPassed(run)) return { run, options: [] };
  for (const options of otherOptions(legacy.analysis.project, run.evidence.excerpt)) {
    const other = await runSuite(legacy, options);
    if (hasPassed(other)) return { run: other, options };
  }
  return { run, options: [] };
}

function hasPassed({ outcomes }: SuiteRun): boolean {
  return [...outcomes.values()].includes('passed');
}

/** Import modules as the code of a package would, each in a process of its own. */
export function importAll(installed: Installed, names: readonly string[]): Promise<ImportOutcomes> {
  const { workspaceRoot, root, analysis, environment, hidden } = installed;
  const variables = hiding(hidden, importVariables(workspaceRoot, root, analysis.project));
  return importModules(workspaceRoot, environment, names, variables);
}

/** Settings of Django may lie among the tests, which are found from the folder of the project. */
function importVariables(workspaceRoot: string, root: string, project: ProjectFacts): Record<string, string> {
  const settings = djangoEnvironment(project);
  if (Object.keys(settings).length === 0) return {};
  const folders = ['', djangoSearchPath(project) ?? ''].map((folder) => join(workspaceRoot, root, folder));
  return { ...settings, PYTHONPATH: [...new Set(folders)].join(delimiter) };
}
