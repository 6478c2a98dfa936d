import { applyEdits } from '../../text/edits';
import { configKindOf, configReferences } from './index';
import type { MovedNames } from './kind';

const MODULES: Record<string, string> = { app: 'new', 'app.main': 'new.interface.main' };
const names: MovedNames = {
  oldRoots: ['app'],
  mapModule: (dotted) => MODULES[dotted] ?? null,
  mapPath: (path) => (path === 'app' ? 'src/new' : null),
  mapBelow: () => null,
  knows: (dotted) => dotted in MODULES,
  packageAt: () => null,
  newSearchPath: 'src',
  testsFolder: null,
  distribution: { from: 'app', to: 'new' },
  programs: new Set(['manage.py']),
  isInImage: false,
  reachesProject: () => false,
};
const reaching = { ...names, reachesProject: () => true };

function found(text: string, of: MovedNames, path = 'Dockerfile') {
  const { edits, doubts } = configReferences(configKindOf(path)!, text, of, path);
  return { text: applyEdits(text, edits), doubts };
}

const RUN = 'CMD ["uvicorn", "app.main:app"]\n';
const RUN_AFTER = 'CMD ["uvicorn", "new.interface.main:app"]\n';

test.each([
  [
    'the folder that the whole project is copied to',
    `FROM python:3\nWORKDIR /code\nCOPY . .\n${RUN}`,
    `FROM python:3\nWORKDIR /code\nCOPY . .\nENV PYTHONPATH=/code/src\n${RUN_AFTER}`,
  ],
  [
    'an absolute one, lines with carriage returns, a line that goes on',
    'FROM python:3\r\nCOPY --chown=me \\\r\n  . /srv/\r\nCMD python manage.py run\r\n',
    'FROM python:3\r\nCOPY --chown=me \\\r\n  . /srv/\r\nENV PYTHONPATH=/srv/src\r\nCMD python manage.py run\r\n',
  ],
  [
    'in words with quotes, below a folder of a variable',
    `FROM python:3\nWORKDIR $HOME/x\nWORKDIR /srv\nWORKDIR x\nADD ["./", "./in"]\n${RUN}`,
    `FROM python:3\nWORKDIR $HOME/x\nWORKDIR /srv\nWORKDIR x\nADD ["./", "./in"]\nENV PYTHONPATH=/srv/x/in/src\n${RUN_AFTER}`,
  ],
  [
    'for the stages that go on from the one with the copy, once',
    `FROM python:3 AS base\nWORKDIR /code\nCOPY . .\nCOPY . /code\nFROM base\n${RUN}FROM base AS worker\nCMD python -m app\n`,
    `FROM python:3 AS base\nWORKDIR /code\nCOPY . .\nCOPY . /code\nENV PYTHONPATH=/code/src\nFROM base\n${RUN_AFTER}FROM base AS worker\nCMD python -m new\n`,
  ],
  [
    'where scripts of the project run',
    'FROM python:3\nWORKDIR /code\nCOPY . .\nCMD ["./run.sh"]\n',
    'FROM python:3\nWORKDIR /code\nCOPY . .\nENV PYTHONPATH=/code/src\nCMD ["./run.sh"]\n',
  ],
])('an image is told where the packages are: %s', (_, before, after) => {
  expect(found(before, names)).toEqual({ text: after, doubts: [] });
  expect(found(after, names)).toEqual({ text: after, doubts: [] });
});

test.each([
  [
    'another stage runs',
    `FROM python:3 AS a\nWORKDIR /code\nCOPY . .\nFROM python:3\nCOPY --from=a /code /x\n${RUN}`,
  ],
  ['nothing says where', `FROM python:3\nCOPY . .\n${RUN}`],
  ['two places', `FROM python:3\nCOPY . /a\nCOPY . /b\n${RUN}`],
])('it is left to people: %s', (_, text) => {
  const { text: after, doubts } = found(text, names);
  expect(after).toBe(text.replace('app.main', 'new.interface.main'));
  expect(doubts).toEqual([expect.objectContaining({ text: '' })]);
});

test.each([
  ['what has no Python', 'FROM nginx\nWORKDIR /x\nCOPY . .\n'],
  ['what installs the project', 'FROM python:3\nWORKDIR /x\nCOPY . .\nRUN pip install .\n'],
  [
    'what installs the project with extras',
    'FROM python:3\nWORKDIR /x\nCOPY . /src/\nRUN pip install --no-cache-dir "/src/[http2,gevent]"\n',
  ],
])('%s is not told', (_, text) => expect(found(text, names)).toEqual({ text, doubts: [] }));

test('an image that is described in another folder may be made of that folder', () => {
  const text = `FROM python:3\nWORKDIR /code\nCOPY . .\n${RUN}`;
  expect(found(text, names, 'docker/Dockerfile').doubts).toEqual([
    expect.objectContaining({ line: 3, text: '\nENV PYTHONPATH=/code/src' }),
  ]);
});

test('a package that looks for files beside it finds them at the depth that it is written for', () => {
  const text = `FROM python:3\nWORKDIR /code\nCOPY ./app /code/app\nCOPY data data\n${RUN}`;
  expect(found(text, names).text).toBe(
    `FROM python:3\nWORKDIR /code\nCOPY ./src/new /code/new\nCOPY data data\n${RUN_AFTER}`,
  );
  expect(found(text, reaching)).toEqual({
    text: `FROM python:3\nWORKDIR /code\nCOPY ./src/new /code/src/new\nENV PYTHONPATH=/code/src\nCOPY data data\n${RUN_AFTER}`,
    doubts: [],
  });
  const told = `FROM python:3\nWORKDIR /code\nENV PYTHONPATH=/code\nCOPY app ./app\n${RUN}`;
  expect(found(told, reaching).text).toBe(
    `FROM python:3\nWORKDIR /code\nENV PYTHONPATH=/code/src:/code\nCOPY src/new ./src/new\n${RUN_AFTER}`,
  );
});

test.each([
  ['nothing says where', 'Dockerfile', `FROM python:3\nCOPY app ./app\n${RUN}`],
  [
    'the image may be made of another folder',
    'docker/Dockerfile',
    `FROM python:3\nWORKDIR /code\nCOPY app ./app\n${RUN}`,
  ],
  [
    'another stage runs',
    'Dockerfile',
    `FROM python:3 AS a\nWORKDIR /code\nCOPY app ./app\nFROM python:3\nCOPY --from=a /code /x\n${RUN}`,
  ],
])('it stays importable, and is listed, where %s', (_, path, text) => {
  const { text: after, doubts } = found(text, reaching, path);
  expect(after).toContain('COPY src/new ./new\n');
  expect(after).not.toContain('PYTHONPATH');
  expect(doubts).toEqual([
    expect.objectContaining({ text: '', evidence: expect.stringContaining('copy it to src/new') as string }),
  ]);
});
