import { applyEdits } from '../../text/edits';
import { configKindOf, configReferences } from './index';
import type { MovedNames } from './kind';

const MODULES: Record<string, string> = { bot: 'new', 'bot.a': 'new.core.a' };
const PATHS: Record<string, string> = {
  bot: 'src/new',
  'bot/a.py': 'src/new/core/a.py',
  'bot/dags': 'src/new/core/dags',
  'bot/chat.proto': 'src/new/core/chat.proto',
  'app/main.py': 'src/new/main.py',
};
const names: MovedNames = {
  oldRoots: ['bot', 'runner'],
  mapModule: (dotted) => MODULES[dotted] ?? (dotted.startsWith('runner') ? `new.${dotted}` : null),
  mapPath: (path) => PATHS[path] ?? (path === 'runner.py' ? 'src/new/runner.py' : null),
  mapBelow: () => null,
  knows: (dotted) => dotted in MODULES,
  packageAt: () => null,
  newSearchPath: null,
  testsFolder: null,
  distribution: { from: 'bot', to: 'new' },
  programs: new Set(),
  isInImage: false,
  reachesProject: () => false,
};
const find = (path: string, text: string, more: Partial<MovedNames> = {}) =>
  configReferences(configKindOf(path)!, text, { ...names, ...more }, path);
const changed = (path: string, text: string) => applyEdits(text, find(path, text).edits);

test.each([
  [
    'an entry point goes on with the words of CMD',
    'Dockerfile',
    'ENTRYPOINT ["python", "-m"]\nCMD ["bot"]\n',
    'ENTRYPOINT ["python", "-m"]\nCMD ["new"]\n',
  ],
  [
    'one of the shell does not, nor one of another stage',
    'Dockerfile',
    'ENTRYPOINT python -m\nCMD ["bot"]\nENTRYPOINT ["python", "-m"]\nFROM x\nCMD ["bot"]\n',
    'ENTRYPOINT python -m\nCMD ["bot"]\nENTRYPOINT ["python", "-m"]\nFROM x\nCMD ["bot"]\n',
  ],
  [
    'a variable whose default is the folder of the project',
    'compose.yaml',
    'volumes:\n  - ${DIR:-.}/bot:/opt/code\n  - ${DIR:-./}/bot/a.py:/x\n  - ${DIR}/bot:/x\n',
    'volumes:\n  - ${DIR:-.}/src/new:/opt/code\n  - ${DIR:-./}/src/new/core/a.py:/x\n  - ${DIR}/bot:/x\n',
  ],
  [
    'a package that an image installs lies below src there, too',
    'Dockerfile',
    'COPY bot /app/bot\nRUN poetry install --only-root\n',
    'COPY src/new /app/src/new\nRUN poetry install --only-root\n',
  ],
  [
    'compose of another engine',
    'container-compose.yml',
    'environment:\n  - FLASK_APP=bot.a\n',
    'environment:\n  - FLASK_APP=new.core.a\n',
  ],
  [
    'type checkers take folders',
    'lint.sh',
    'ty check bot\npyrefly check bot\n',
    'ty check src/new\npyrefly check src/new\n',
  ],
  [
    'folders of protoc go where names below them stay',
    'gen.sh',
    'protoc -I=bot/ --python_out=bot --grpc_python_out=./bot/ bot/chat.proto\n',
    'protoc -I=src/new/core/ --python_out=src/new/core --grpc_python_out=src/new/core/ src/new/core/chat.proto\n',
  ],
  [
    'that of the project is where packages are now',
    'Makefile',
    'x:\n\tpython -m grpc_tools.protoc -I. --python_out=. --pyi_out=./ bot/chat.proto\n',
    'x:\n\tpython -m grpc_tools.protoc -Isrc --python_out=src --pyi_out=src/ src/new/core/chat.proto\n',
  ],
  [
    'a folder from which nothing moved stays',
    'gen.sh',
    'protoc -I. -Iprotos --python_out=. --python_out=gen protos/chat.proto\n',
    'protoc -I. -Iprotos --python_out=. --python_out=gen protos/chat.proto\n',
  ],
  ['or builds', 'Dockerfile', 'COPY bot ./bot\nRUN uv build\n', 'COPY src/new ./src/new\nRUN uv build\n'],
])('%s', (_, path, text, expected) => expect(changed(path, text)).toBe(expected));

test('a mounted package is imported by the name of its folder', () => {
  const text = 'dags: /opt/bot/dags\nvolumes:\n  - ${DIR:-.}/bot:/opt/bot\n';
  expect(changed('compose.yaml', text)).toBe(text.replace('/bot:/opt/bot', '/src/new:/opt/new'));
  expect(find('compose.yaml', text).doubts).toEqual([
    expect.objectContaining({ before: 'bot/dags', text: 'new/core/dags' }),
  ]);
});

test('where an image has it below src, so has the container', () => {
  const text = 'volumes:\n  - ./bot:/opt/bot\n';
  const { edits } = find('compose.yaml', text, { newSearchPath: 'src', isInImage: true });
  expect(applyEdits(text, edits)).toBe(text.replace('./bot:/opt/bot', './src/new:/opt/src/new'));
});

test('another package that is mounted by itself is imported from below the one of the capability', () => {
  const more = {
    oldRoots: ['lib'],
    mapModule: (name: string) => (name === 'lib' ? 'new.core.lib' : null),
    mapPath: (path: string) => (path === 'lib' ? 'src/new/core/lib' : null),
  };
  expect(find('compose.yaml', 'volumes:\n  - ./lib:/opt/lib\n', more).doubts).toEqual([
    expect.objectContaining({ before: '', evidence: expect.stringContaining('which is new.core.lib now') }),
  ]);
});

test('Airflow does not find its pipelines any more, unless it is told where', () => {
  const more = { mapPath: (path: string) => (path === 'dags' ? 'src/new/core/dags' : null) };
  const doubts = (text: string) => find('Dockerfile', text, more).doubts;
  expect(doubts('FROM apache/airflow:3\nCOPY . .\n')).toEqual([
    expect.objectContaining({ line: 1, evidence: expect.stringContaining('is src/new/core/dags now') }),
  ]);
  expect(doubts('FROM apache/airflow:3\nENV AIRFLOW__CORE__DAGS_FOLDER=/x\n')).toEqual([]);
  expect(doubts('FROM python:3\n')).toEqual([]);
});

test('a function that an image of Lambda runs is not found in its folder any more', () => {
  const text = 'COPY ["bot/a.py", "./"]\nCMD [ "bot.a.handler" ]\n';
  const more = {
    knows: () => true,
    mapModule: (name: string) => (name === 'bot.a.handler' ? 'new.core.a.handler' : null),
    newSearchPath: 'src',
  };
  expect(find('Dockerfile', text, more).doubts).toEqual([
    expect.objectContaining({ line: 2, evidence: expect.stringContaining('is not importable') }),
  ]);
});

test.each([
  ['the name of a module is no folder', 'cp x /srv/runner/\n'],
  ['what is written is no place of the package', 'mkdir -p /var/log/bot /etc/bot\n'],
])('%s', (_, text) => expect(find('run.sh', text).doubts).toEqual([]));

test('the file of an application is a path', () =>
  expect(changed('run.sh', 'FLASK_APP=runner.py flask run\n')).toBe(
    'FLASK_APP=src/new/runner.py flask run\n',
  ));

test.each([
  ['the context of an image', 'compose.yaml', 'build:\n  context: ./app/\n', 2],
  ['a mounted folder', 'compose.yaml', 'x:\ny:\nvolumes:\n  - ./app:/code\n', 4],
  ['a working folder', '.github/workflows/ci.yml', 'working-directory: app\n', 1],
  ['a command', 'Makefile', 't:\n\tcd app && pytest\n\tcd app && mypy x\n', 2],
  ['what an image copies from its own folder', 'app/Dockerfile', 'FROM x\nCOPY req.txt .\nCOPY . /code\n', 3],
])('a folder that holds the code no more is listed once: %s', (_, path, text, line) =>
  expect(find(path, text, { leftFolders: ['app'] }).doubts).toEqual([
    expect.objectContaining({
      line,
      evidence: expect.stringContaining('app does not hold the code any more'),
    }),
  ]),
);

test.each([
  ['compose.yaml', 'services:\n  app:\n    image: app\n'],
  ['app/Dockerfile', 'COPY req.txt .\n'],
  ['deploy/Dockerfile', 'COPY . /code\n'],
])('the name of a service is none, nor what lies elsewhere: %s', (path, text) =>
  expect(find(path, text, { leftFolders: ['app'] }).doubts).toEqual([]),
);

test.each([
  ['built in the folder of its file', 'app/Dockerfile', 'COPY ./main.py requirements.txt /code/\n'],
  ['built in a folder above', 'app/docker/api.dockerfile', 'COPY --chown=x:x ./main.py /code/main.py\n'],
])('what an image copies from a folder that it left is listed: %s', (_, path, text) =>
  expect(find(path, text)).toMatchObject({
    edits: [],
    doubts: [
      {
        before: '',
        evidence:
          'dockerfile: app/main.py is src/new/main.py now: an image that is built in app cannot copy it from there',
      },
    ],
  }),
);

describe('packaging that gave way to pyproject.toml', () => {
  const isPackaging = (path: string) => /^(setup\.py|MANIFEST\.in)$/.test(path);
  const more = { isPackaging, packagingFiles: ['README.md'] };
  test.each([
    ['COPY setup.py MANIFEST.in setup.cfg ./\n', 'COPY pyproject.toml README.md setup.cfg ./\n'],
    ['COPY README.md ./setup.py /app/\n', 'COPY README.md ./pyproject.toml /app/\n'],
    ['COPY setup.py .\n', 'COPY pyproject.toml README.md .\n'],
    ['COPY pyproject.toml README.md setup.py ./\n', 'COPY pyproject.toml README.md ./\n'],
  ])('%j', (before, after) => {
    const { edits, doubts } = find('Dockerfile', before, more);
    expect(doubts).toEqual([]);
    expect(applyEdits(before, edits)).toBe(after);
  });

  test.each([
    ['Dockerfile', 'COPY setup.py /app/setup.py\nRUN python setup.py install\n', ['setup.py', '']],
    ['Makefile', 'dist:\n\tpython ./setup.py sdist\n', ['']],
    ['.github/workflows/ci.yml', 'run: flake8 setup.py\n', ['']],
    ['.pre-commit-config.yaml', 'exclude: ^(setup.py)$\n', []],
  ])('%s is listed: %j', (path, text, before) => {
    const { edits, doubts } = find(path, text, more);
    expect(edits).toEqual([]);
    expect(doubts.map((edit) => edit.before)).toEqual(before);
  });
});

test('a package that is a part of another one now lies below its folder in an image', () => {
  const mapPath = (path: string) => (path === 'runner' ? 'src/new/runner' : null);
  const text = 'COPY runner ./runner\nRUN ls /srv/runner\n';
  const { edits, doubts } = find('Dockerfile', text, { mapPath });
  expect(applyEdits(text, [...edits, ...doubts])).toBe(
    'COPY src/new/runner ./new/runner\nRUN ls /srv/new/runner\n',
  );
});

test('another stage has its own files, and the folder of the project comes first', () => {
  expect(find('app/Dockerfile', 'COPY --from=build main.py /code/\n').doubts).toEqual([]);
  expect(changed('app/Dockerfile', 'COPY bot/a.py /code/\n')).toBe('COPY src/new/core/a.py /code/\n');
});

describe('functions of Lambda', () => {
  const PLACES: Record<string, string> = {
    'fn/orders': 'src/new/core/orders',
    'fn/orders/app.py': 'src/new/interface/api/orders/app.py',
    'src/users.py': 'src/new/interface/api/users.py',
  };
  const more = { mapPath: (path: string) => PLACES[path] ?? null, oldRoots: ['fn', 'src'] };
  const template = (name: string, text: string) => find(name, text, more);

  test('one in a folder that is uploaded by itself is proposed with its folder', () => {
    const text =
      '  Properties:\n    CodeUri: ./fn/orders/\n    Handler: app.run\n  Properties:\n    CodeUri: gone/\n    Handler: app.run\n';
    const { edits, doubts } = template('template.yaml', text);
    expect(edits).toEqual([]);
    expect(doubts.map(({ line, before, text: after }) => [line, before, after])).toEqual([
      [2, 'fn/orders', 'src'],
      [3, 'app', 'new.interface.api.orders.app'],
    ]);
  });

  test('one of a folder that goes on to be the one of the packages follows', () => {
    const text =
      'Globals:\n  Function:\n    CodeUri: src/\nResources:\n  A:\n    Properties:\n      Handler: users.create\n  B:\n    Properties:\n      CodeUri: ./src\n      Handler: users.read\n';
    const { edits, doubts } = find('template.yaml', text, {
      ...more,
      oldRoots: ['users'],
      mapModule: (name) => (name.startsWith('users') ? `new.interface.api.${name}` : null),
      knows: () => true,
    });
    expect(applyEdits(text, edits)).toBe(text.replaceAll('users', 'new.interface.api.users'));
    expect(doubts).toEqual([]);
  });

  test('one that is named by its path follows, and is listed', () => {
    const text = 'functions:\n  a:\n    handler: src/users.create\n  b:\n    handler: ./src/gone.create\n';
    const { edits, doubts } = template('serverless.yml', text);
    expect(edits.map(({ line, text: after }) => [line, after])).toEqual([[3, 'src/new/interface/api/users']]);
    expect(doubts).toEqual([
      expect.objectContaining({
        line: 3,
        evidence: expect.stringContaining('not in the folder that is uploaded'),
      }),
    ]);
  });
});

describe('paths that are not there as they are written', () => {
  const below = (path: string) => (path.startsWith('bot/') ? `src/new/${path.slice(4)}` : null);
  const more = { mapBelow: below, knows: (dotted: string) => dotted === 'bot.a' };
  const doubts = (path: string, text: string, other: Partial<MovedNames> = {}) =>
    find(path, text, { ...more, ...other }).doubts.map(({ before, text: after }) => [before, after]);

  test.each([
    ['compose.yaml', 'image: bot/server:1.0\n', []],
    ['Dockerfile', 'FROM bot/base AS x\nCOPY --from=bot/server /a /b\n', []],
    ['.github/workflows/x.yml', "images: bot/server\nif: github.repository == 'bot/bot'\n", []],
    ['Makefile', 'x:\n\tdocker build -t bot/server .\n\tdocker run --rm bot/server\n', []],
    ['Makefile', 'x:\n\ttouch bot/made.txt\n', [['bot/made.txt', 'src/new/made.txt']]],
  ])('the name of an image is no path: %s, %j', (path, text, expected) =>
    expect(doubts(path, text)).toEqual(expected),
  );

  test.each([
    ['RUN rm -rf /opt/bot/dags/made\n', [['bot/dags/made', 'src/new/dags/made']]],
    ['RUN rm -rf /opt/bot/made\n', []],
  ])('what is made in a folder that is there goes with it: %j', (text, expected) =>
    expect(doubts('Dockerfile', text)).toEqual(expected),
  );

  test('a module is named by the path below the folder that it is imported from', () => {
    const mapPath = (path: string) => (path === 'src/bot/a.py' ? 'src/new/core/a.py' : null);
    expect(
      doubts('compose.yaml', 'environment:\n  - FLASK_APP=bot/a.py\n', { mapPath, mapBelow: () => null }),
    ).toEqual([['bot/a.py', 'new/core/a.py']]);
  });
});
