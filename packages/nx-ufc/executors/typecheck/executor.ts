import { join } from 'node:path';
import type { FindingCounts } from '../../core/compliance/ratchet';
import { evidenceOf, run } from '../../platform/process';
import { projectEnvironment, toolsEnvironment } from '../../platform/python/toolchain';
import { analyseTarget } from '../lib/analyse';
import { splitCode } from '../lib/code-split';
import type { GateResult, GateTarget } from '../lib/define-executor';
import { defineExecutor } from '../lib/define-executor';
import { applyRatchet } from '../lib/ratchet-file';
import { writeReport } from '../lib/report';
import { lacksPlugin, MYPY_FORMAT, mypyWithPackagesOf } from './arguments';

const MAX_SHOWN = 40;

/** `nx run P:typecheck`: mypy --strict on generated code, mypy by the ratchet on migrated code. Tests are not checked. */
export async function typecheckGate(target: GateTarget): Promise<GateResult> {
  const analysis = analyseTarget(target);
  const split = splitCode(target, analysis);
  const shipped = (paths: string[]) =>
    paths.filter(
      (path) =>
        analysis.project.modulesByPath.get(path)?.area === 'shipped' &&
        analysis.project.facts.get(path)?.parseErrors.length === 0,
    );
  const [generated, migrated] = [shipped(split.generated), shipped(split.migrated)];
  const tools = await toolsEnvironment(target.workspaceRoot);
  const environment = await projectEnvironment(target.workspaceRoot, target.root, analysis);
  const cwd = join(target.workspaceRoot, target.root);
  const common = [
    '--python-executable',
    environment.python,
    ...MYPY_FORMAT,
    '--cache-dir',
    join(environment.folder, 'mypy-cache'),
    '--explicit-package-bases',
    '--namespace-packages',
  ];
  const check = async (files: string[], options: string[]) => {
    const args = [...common, ...options, ...files];
    const env = { MYPYPATH: join(cwd, 'src') };
    const mypy = (program: readonly string[]) => run(tools.python, [...program, ...args], { cwd, env });
    let result = { exitCode: 0, stdout: '', stderr: '', timedOut: false };
    if (files.length > 0) result = await mypy(['-m', 'mypy']);
    if (lacksPlugin(result.stdout + result.stderr))
      result = await mypy(mypyWithPackagesOf(await packagesOf(environment.python, cwd)));
    if (result.exitCode > 1)
      throw new Error(`mypy did not run: ${(result.stdout + result.stderr).slice(-2000)}`);
    const errors = result.stdout
      .split('\n')
      .filter((line) => /: error: /.test(line) && files.some((file) => line.startsWith(`${file}:`)));
    return {
      errors,
      evidence: evidenceOf(
        target.workspaceRoot,
        'python',
        ['-m', 'mypy', ...options],
        cwd,
        { name: target.root, files: files.length },
        { ...result, stdout: `${errors.length} errors`, stderr: '' },
      ),
    };
  };
  const strict = await check(generated, ['--strict', '--follow-imports', 'silent', '--config-file', '']);
  const held = await check(migrated, ['--follow-imports', 'silent']);
  const counts: FindingCounts = {};
  for (const line of held.errors) {
    const key = `${line.slice(0, line.indexOf(':'))} ${/\[([\w-]+)\]\s*$/.exec(line)?.[1] ?? 'error'}`;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  const ratchet = migrated.length > 0 ? applyRatchet(target, 'mypy', counts) : null;
  const worse = ratchet?.worse ?? [];
  const success = strict.errors.length === 0 && worse.length === 0;
  writeReport(target, 'typecheck.json', {
    schema: 'ufc:typecheck:1',
    project: target.project,
    verdict: success ? 'PASS' : 'FAIL',
    generated: strict.errors.length,
    migrated: held.errors.length,
    worse,
    evidence: [strict.evidence, held.evidence],
  });
  const lines = strict.errors.slice(0, MAX_SHOWN).map((line) => `${target.root}/${line}`);
  for (const { key, recorded, found } of worse) {
    const [path] = key.split(' ');
    lines.push(
      ...held.errors
        .filter((line) => line.startsWith(`${path}:`))
        .map((line) => `${target.root}/${line} (${found} found, ${recorded} recorded)`),
    );
  }
  if (ratchet?.recordedNow)
    lines.push(
      `Recorded ${ratchet.total} type errors that the migrated code came with in ${ratchet.path}: they may only become fewer. Commit that file.`,
    );
  lines.push(
    `${success ? 'PASS' : 'FAIL'} typecheck of ${target.root}: ${generated.length} files strictly (${strict.errors.length} errors), ${migrated.length} migrated files (${held.errors.length} recorded errors, ${worse.length} worse)`,
  );
  return { success, terminalOutput: `${lines.join('\n')}\n` };
}

/** The folder that an environment has its packages in. */
async function packagesOf(python: string, cwd: string): Promise<string> {
  const { stdout } = await run(python, ['-c', 'import sysconfig; print(sysconfig.get_path("purelib"))'], {
    cwd,
  });
  return stdout.trim();
}

const executor = defineExecutor(typecheckGate);
export const batch = executor.batch;
export default executor.single;
