import { loadBlueprint } from '../../platform/blueprint';
import { proposeMap } from '../plan/propose';
import { analysisOf } from '../testing/project';
import { alembicFolderOf } from './alembic-folders';

const ENV = 'from alembic import context\nfrom flask import current_app\ncontext.configure()\n';
const version = (text: string) => `${text}revision = "a"\ndown_revision = None\ndef upgrade(): ...\n`;
const analysis = (files: Record<string, string>) =>
  analysisOf(
    { 'pkg/__init__.py': '', 'pkg/web.py': 'from flask import Flask\napp = Flask(__name__)\n', ...files },
    loadBlueprint(),
    'pkg',
  );

test('the folder of Alembic moves as a whole, whatever one version imports', () => {
  const files = {
    'pkg/migrations/env.py': ENV,
    'pkg/migrations/script.py.mako': '',
    'pkg/migrations/versions/1_a.py': version('from alembic import op\n'),
    'pkg/migrations/versions/2_b.py': version('from pkg.web import app\n'),
  };
  const { modules } = proposeMap(analysis(files), { package: 'au_sys_pkg', derivesMetadata: true });
  const homes = modules.flatMap(({ source, target }) =>
    source.startsWith('pkg/migrations/') ? [target!.slice(0, -source.length + 'pkg'.length)] : [],
  );
  expect(new Set(homes).size).toBe(1);
  expect(homes).toHaveLength(4);
});

test('it goes where the application that it asks for is, however many versions there are', () => {
  const versions = Object.fromEntries(
    Array.from({ length: 40 }, (_, i) => [
      `pkg/migrations/versions/${i}_a.py`,
      version('from alembic import op\n'),
    ]),
  );
  const home = (env: string) => {
    const files = { 'pkg/migrations/env.py': env, 'pkg/migrations/script.py.mako': '', ...versions };
    const { modules } = proposeMap(analysis(files), { package: 'au_sys_pkg', derivesMetadata: true });
    return modules.find(({ source }) => source === 'pkg/migrations/env.py')!.layer;
  };
  expect(home(ENV)).toBe('interface');
  expect(home('from alembic import context\ncontext.configure()\n')).toBe('core');
});

test.each([
  [{ 'pkg/m/env.py': ENV }, 'pkg/m'],
  [{ 'pkg/m/1.py': version(''), 'pkg/m/script.py.mako': '' }, 'pkg/m'],
  [{ 'pkg/m/1.py': version('') }, null],
  [{ 'pkg/m/env.py': 'from os import environ\n', 'pkg/m/versions/1.py': version('') }, null],
] as [Record<string, string>, string | null][])('%j', (files, folder) => {
  expect(alembicFolderOf(analysis(files).project, Object.keys(files)[0])).toBe(folder);
});
