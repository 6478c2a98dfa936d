import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Evidence } from '../../core/compliance/types';
import type { Analysis } from '../../core/project/analysis';
import { djangoEnvironment } from '../../core/project/django-settings';
import { evidenceOf, run } from '../../platform/process';
import { environmentFor, uvIndex } from '../../platform/python/environment';
import type { Interpreter } from '../../platform/python/interpreter';
import { findInterpreter } from '../../platform/python/interpreter';
import { toolsEnvironment } from '../../platform/python/toolchain';
import { sha256 } from '../../platform/transaction/files';
import { readFileSync } from 'node:fs';
import type { GateTarget } from '../lib/define-executor';

const INSPECTOR = join(__dirname, '../../platform/python/inspect_wheel.py');
/** 1980-01-01, the first date that a zip archive can hold: archives do not depend on the day. */
const SOURCE_DATE_EPOCH = '315532800';

export interface BuiltArtifacts {
  wheel: string;
  sdist: string;
  evidence: Evidence;
}

/** Build sdist and wheel into the output folder. @returns null artifacts when the build failed */
export async function buildArtifacts(
  target: GateTarget,
  files: number,
): Promise<{ artifacts: BuiltArtifacts | null; evidence: Evidence }> {
  for (const old of existsSync(target.output) ? readdirSync(target.output) : [])
    if (/\.(whl|tar\.gz)$/.test(old)) rmSync(join(target.output, old));
  const tools = await toolsEnvironment(target.workspaceRoot);
  const interpreter = await findInterpreter(run, target.workspaceRoot);
  const cwd = join(target.workspaceRoot, target.root);
  const args = ['-m', 'build', ...installerOf(interpreter), '--outdir', target.output];
  const result = await run(tools.python, args, {
    cwd,
    env: { SOURCE_DATE_EPOCH, PYTHONDONTWRITEBYTECODE: '1', ...uvIndex() },
  });
  const evidence = evidenceOf(
    target.workspaceRoot,
    'python',
    args,
    cwd,
    { name: target.root, files },
    result.exitCode === 0 ? { ...result, stdout: 'built', stderr: '' } : result,
  );
  const made = existsSync(target.output) ? readdirSync(target.output) : [];
  const wheel = made.find((name) => name.endsWith('.whl'));
  const sdist = made.find((name) => name.endsWith('.tar.gz'));
  return { artifacts: result.exitCode === 0 && wheel && sdist ? { wheel, sdist, evidence } : null, evidence };
}

/** The backend gets an environment of its own, twice: uv makes one in a fraction of the time that pip takes. */
function installerOf({ uv }: Interpreter): string[] {
  return uv ? ['--installer=uv'] : [];
}

/** Names of the files in a wheel. */
export async function wheelContents(target: GateTarget, wheel: string): Promise<string[]> {
  const tools = await toolsEnvironment(target.workspaceRoot);
  const code = 'import sys, zipfile; print("\\n".join(zipfile.ZipFile(sys.argv[1]).namelist()))';
  const result = await run(tools.python, ['-c', code, join(target.output, wheel)], { cwd: target.output });
  if (result.exitCode !== 0) throw new Error(`${wheel} cannot be read: ${result.stderr.slice(-500)}`);
  return result.stdout.trim().split('\n');
}

export interface InstalledModule {
  module: string;
  error: string | null;
  /** Name of a module that was not found. */
  missing: string | null;
}

/** Install a wheel into an environment of its own and import every module of it. */
export async function inspectInstalled(
  target: GateTarget,
  wheel: string,
  modules: readonly string[],
  { project, blueprint }: Analysis,
): Promise<{ modules: InstalledModule[]; entryPoints: string[]; evidence: Evidence }> {
  const interpreter = await findInterpreter(run, target.workspaceRoot);
  const path = join(target.output, wheel);
  const environment = await environmentFor(run, target.workspaceRoot, interpreter, {
    requirements: [path],
    key: sha256(readFileSync(path)),
  });
  const request = JSON.stringify({
    modules,
    group: blueprint.naming.entryPointGroup,
    entry_point: target.project,
  });
  const result = await run(environment.python, ['-I', INSPECTOR, request], {
    cwd: target.output,
    env: { PYTHONDONTWRITEBYTECODE: '1', ...djangoEnvironment(project) },
  });
  const evidence = evidenceOf(
    target.workspaceRoot,
    'python',
    ['-I', 'inspect_wheel.py', `<${modules.length} modules>`],
    target.output,
    { name: wheel, files: modules.length },
    result.exitCode === 0 ? { ...result, stdout: 'inspected', stderr: '' } : result,
  );
  if (result.exitCode !== 0) return { modules: [], entryPoints: [], evidence };
  const answer = JSON.parse(result.stdout.trim().split('\n').pop()!) as {
    modules: InstalledModule[];
    entry_points: string[];
  };
  return { modules: answer.modules, entryPoints: answer.entry_points, evidence };
}
