import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Run } from '../process';
import { environmentFor } from './environment';

const PIP = `Collecting fastapi==0.87.0
ERROR: Cannot install fastapi==0.87.0 and pydantic>=2.5 because these package versions have conflicting dependencies.

The conflict is caused by:
    The user requested pydantic>=2.5
    fastapi 0.87.0 depends on pydantic<2.0.0

To fix this you could try to:
1. loosen the range of package versions you've specified
2. remove package versions to allow pip attempt to solve the dependency conflict
3. and more
4. and more
`;

const BUILD = `  × Getting requirements to build editable did not run successfully.
  ╰─> [2 lines of output]
      running egg_info
      error: package directory 'shop' does not exist
      [end of output]

  note: This error originates from a subprocess, and is likely not a problem with pip.
${'more\n'.repeat(8)}`;

test.each([
  [
    'the last words of a build, of pip',
    BUILD,
    /running egg_info\n +error: package directory 'shop' does not exist$/,
  ],
  [
    'what excludes what, of pip',
    PIP,
    /pydantic>=2\.5:\n {2}The conflict is caused by:\n.*>=2\.5\n.*<2\.0\.0$/,
  ],
  [
    'the last words, of others',
    'first\n'.repeat(8) + 'no such index',
    /:\n(?: {2}first\n){7} {2}no such index$/,
  ],
])('an environment that cannot be made says why: %s', async (_, stdout, message) => {
  const root = mkdtempSync(join(tmpdir(), 'ufc-environment-'));
  const run: Run = async (_command, args) => ({
    exitCode: args.includes('install') ? 1 : 0,
    stdout,
    stderr: '',
    timedOut: false,
  });
  const interpreter = { command: 'python3', version: '3.11', uv: false };
  const spec = { requirements: ['fastapi==0.87.0', 'pydantic>=2.5'], key: '' };
  await expect(environmentFor(run, root, interpreter, spec)).rejects.toThrow(message);
  rmSync(root, { recursive: true });
});

test('what a build compiled into the folder of the project is made again where it is gone', async () => {
  const root = mkdtempSync(join(tmpdir(), 'ufc-environment-'));
  const editable = join(root, 'project');
  const compiled = join(editable, 'src', 'pkg', '_c.so');
  let builds = 0;
  const run: Run = async (_command, args) => {
    if (args.includes('venv')) mkdirSync(args.at(-1)!, { recursive: true });
    if (args.includes('install')) {
      builds++;
      mkdirSync(join(compiled, '..'), { recursive: true });
      writeFileSync(compiled, '');
    }
    return { exitCode: 0, stdout: '', stderr: '', timedOut: false };
  };
  const interpreter = { command: 'python3', version: '3.11', uv: false };
  const make = async () => {
    // Within a process an environment is asked for once.
    jest.resetModules();
    const { environmentFor: anew } = jest.requireActual<{ environmentFor: typeof environmentFor }>(
      './environment',
    );
    await anew(run, root, interpreter, { requirements: ['-e', editable], editable, key: '' });
    return builds;
  };
  expect(await make()).toBe(1);
  expect(await make()).toBe(1);
  rmSync(compiled);
  expect(await make()).toBe(2);
  rmSync(root, { recursive: true });
});
