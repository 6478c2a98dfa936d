import { mkdtempSync, readFileSync, rmSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import type { Evidence } from '../../core/compliance/types';
import { djangoSearchPath, djangoSettingsOf, tellsPytestSettings } from '../../core/project/django-settings';
import type { ProjectFacts } from '../../core/project/types';
import { evidenceOf, run } from '../process';
import type { Environment } from './environment';

export interface PytestRun {
  /** The JUnit report without times, host and absolute paths. */
  report: string;
  counts: { tests: number; failed: number; skipped: number };
  evidence: Evidence;
}

/**
 * Run the suite of a project in its folder, with its own configuration.
 * @param more options of pytest, beside our own and those that the project needs, and variables of the environment
 */
export async function runPytest(
  workspaceRoot: string,
  root: string,
  environment: Environment,
  project: ProjectFacts,
  {
    options = [],
    variables = {},
  }: { options?: readonly string[]; variables?: Readonly<Record<string, string>> } = {},
): Promise<PytestRun> {
  const cwd = join(workspaceRoot, root);
  const scratch = mkdtempSync(join(tmpdir(), 'nx-ufc-'));
  const path = join(scratch, 'report.xml');
  const settings = tellsPytestSettings(project) ? null : djangoSettingsOf(project);
  const searched = settings === null ? null : djangoSearchPath(project);
  const args = [
    '-m',
    'pytest',
    '-q',
    '--color=no',
    // Some plugins need a cache; an empty one makes every run the first.
    '-o',
    `cache_dir=${join(scratch, 'cache')}`,
    `--junitxml=${path}`,
    ...(settings === null ? [] : [`--ds=${settings}`]),
    ...options,
  ];
  const result = await run(environment.python, args, {
    cwd,
    env: { ...variables, ...onPath(searched && join(cwd, searched), variables), ...activated(environment) },
  });
  const raw = existsSync(path)
    ? readFileSync(path, 'utf8')
    : '<?xml version="1.0" encoding="utf-8"?><testsuites></testsuites>';
  rmSync(scratch, { recursive: true });
  const report = stableReport(raw, cwd);
  const shown = args.map((arg) => arg.replace(path, 'TEST_REPORT.xml').replace(scratch, '…'));
  return {
    report,
    counts: countTests(report),
    evidence: evidenceOf(
      workspaceRoot,
      'python',
      shown,
      cwd,
      { name: root, files: project.tree.files.length },
      result,
    ),
  };
}

/** A folder before those that are on the path already. */
function onPath(
  folder: string | null,
  { PYTHONPATH }: Readonly<Record<string, string>>,
): Record<string, string> {
  if (folder === null) return {};
  const others = PYTHONPATH ?? process.env.PYTHONPATH;
  return { PYTHONPATH: others ? `${folder}${delimiter}${others}` : folder };
}

/** What activating the environment does: tests start the programs of the project by name. */
function activated({ folder, python }: Environment): Record<string, string> {
  return {
    PATH: `${dirname(python)}${delimiter}${process.env.PATH ?? ''}`,
    VIRTUAL_ENV: folder,
    PYTHONDONTWRITEBYTECODE: '1',
  };
}

/** The same results give the same bytes. */
export function stableReport(xml: string, root: string): string {
  return xml
    .replace(/\s(time|timestamp|hostname)="[^"]*"/g, '')
    .replaceAll(`${root}/`, '')
    .replace(/ at 0x[0-9a-f]+/g, ' at 0x…');
}

export function countTests(xml: string): PytestRun['counts'] {
  const cases = [...xml.matchAll(/<testcase\b[^>]*?(?:\/>|>([\s\S]*?)<\/testcase>)/g)].map(
    (match) => match[1] ?? '',
  );
  return {
    tests: cases.length,
    failed: cases.filter((body) => /<(failure|error)\b/.test(body)).length,
    skipped: cases.filter((body) => /<skipped\b/.test(body)).length,
  };
}
