import { configKindOf, configReferences } from './index';
import type { MovedNames } from './kind';

const MODULES: Record<string, string> = {
  app: 'new',
  'app.main': 'new.main',
  'app.main.run': 'new.main.run',
};
const names = {
  oldRoots: ['app'],
  mapModule: (dotted: string) => MODULES[dotted] ?? null,
  mapPath: (path: string) => (path === 'app' ? 'src/new' : null),
  mapBelow: () => null,
  knows: (dotted: string) => dotted in MODULES,
  packageAt: () => null,
  newSearchPath: 'src',
  testsFolder: null,
  distribution: { from: 'app', to: 'new' },
  programs: new Set(),
  isInImage: false,
  reachesProject: () => false,
} as unknown as MovedNames;
const find = (path: string, text: string) => configReferences(configKindOf(path)!, text, names, path);
const isListed = (path: string, text: string) =>
  find(path, text).doubts.some(({ evidence }) => evidence.includes('lies below src'));

const IMAGE = 'FROM x\nWORKDIR /code\nCOPY . /code\n';

test.each([
  [true, 'ENV PYTHONPATH=/modules\nENTRYPOINT ["/entry.sh", "app.main.run"]\n'],
  [true, 'ENV PYTHONPATH=/modules:$PYTHONPATH\nCMD ["python", "-m", "app.main"]\n'],
  [false, 'ENV PYTHONPATH=/modules\nCMD ["python", "-m", "other"]\n'],
  [false, 'ENV PYTHONPATH=/modules:/code\nCMD ["python", "-m", "app.main"]\n'],
  [false, 'ENV PYTHONPATH=$HERE\nCMD ["python", "-m", "app.main"]\n'],
  [false, 'RUN pip install .\nENTRYPOINT ["/entry.sh", "app.main.run"]\n'],
])('is what runs in an image not found: %s, with %j', (is, text) =>
  expect(isListed('Dockerfile', IMAGE + text)).toBe(is),
);

test('a folder of other modules is no answer in commands, either', () => {
  expect(isListed('run.sh', 'PYTHONPATH=/opt/modules python -m app.main\n')).toBe(true);
  expect(isListed('run.sh', 'PYTHONPATH=/opt/app/src python -m app.main\n')).toBe(false);
});

test('what an application is called at a platform is no module', () => {
  expect(find('deploy.sh', 'CF_APP=app HEROKU_APP=app cf push\n').edits).toEqual([]);
  expect(find('run.sh', 'MY_CELERY_APP=app celery worker\n').edits.map(({ text }) => text)).toEqual(['new']);
});
