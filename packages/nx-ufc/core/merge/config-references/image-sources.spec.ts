import { applyEdits } from '../../text/edits';
import { configKindOf, configReferences } from './index';
import { hasSources } from './image-sources';
import type { MovedNames } from './kind';

test.each([
  ['RUN uv sync\n', true],
  ['FROM x\nCOPY pyproject.toml uv.lock* README.md ./\nRUN uv sync\n', false],
  ['FROM x\nCOPY ["pyproject.toml", "./"]\nRUN uv sync\n', false],
  ['FROM x\nCOPY . .\nRUN uv sync\n', true],
  ['FROM x\nRUN uv sync\nCOPY . .\n', false],
  ['FROM x\nCOPY --from=ghcr.io/astral-sh/uv:0.9 /uv /bin/\nCOPY ./app ./app\nRUN uv sync\n', true],
  ['FROM x AS base\nCOPY app app\nFROM base\nRUN uv sync\n', true],
  ['FROM x AS base\nCOPY app app\nFROM x\nRUN uv sync\n', false],
  ['FROM x\nRUN --mount=type=bind,source=uv.lock,target=uv.lock uv sync\n', false],
  ['FROM x\nRUN --mount=type=bind,target=/src uv sync\n', true],
  ['FROM x\nRUN git clone https://x.org/a && cd a && uv sync\n', true],
])('is the code there: %j', (text, expected) =>
  expect(hasSources(text, text.indexOf('uv sync'))).toBe(expected),
);

const names: MovedNames = {
  oldRoots: ['bot'],
  mapModule: (dotted) => (dotted === 'bot' ? 'new' : null),
  mapPath: (path) => (path === 'bot' ? 'src/new' : null),
  mapBelow: () => null,
  knows: () => false,
  packageAt: () => null,
  newSearchPath: 'src',
  testsFolder: null,
  distribution: { from: 'bot', to: 'new' },
  programs: new Set(),
  isInImage: false,
  reachesProject: () => false,
};
const image = (install: string) =>
  `FROM x AS builder\nCOPY pyproject.toml .\nRUN ${install}\nFROM x\nCOPY --from=builder /build /build\nWORKDIR /bot\nCOPY . .\nCMD ["python", "-m", "bot"]\n`;

test('what only installs what an application needs leaves it where it is', () => {
  const text = image('uv sync --frozen');
  const { edits } = configReferences(configKindOf('Dockerfile')!, text, names, 'Dockerfile');
  expect(applyEdits(text, edits)).toBe(
    text.replace('COPY . .\n', 'COPY . .\nENV PYTHONPATH=/bot/src\n').replace('"bot"', '"new"'),
  );
});

test.each([
  [true, 'uv sync && uv run python -m bot\n', 1],
  [false, 'uv sync && uv run python -m bot\n', 0],
  [true, 'pip install . && python -m bot\n', 0],
])('an application that uv does not install (%s): %j', (isVirtual, text, count) => {
  const { doubts } = configReferences(configKindOf('run.sh')!, text, { ...names, isVirtual }, 'run.sh');
  expect(doubts.filter(({ evidence }) => evidence.includes('lies below')).length).toBe(count);
});
