import { applyEdits } from '../../text/edits';
import { documentShell } from './document-shell';
import type { MovedNames } from './kind';

const names = {
  oldRoots: ['pkg'],
  mapModule: () => null,
  mapPath: (path: string) => (path === 'pkg' ? 'src/new' : null),
  mapBelow: () => null,
  knows: () => false,
  distribution: { from: 'pkg', to: 'new' },
} as unknown as MovedNames;

const after = (text: string) => applyEdits(text, documentShell.find(text, names, 'README.md').edits);
const fence = (commands: string) => `\`\`\`bash\n${commands}\n\`\`\`\n`;

test('a checkout is no folder of a package', () => {
  const text = `${fence('git clone https://example.org/a/pkg.git')}Then\n${fence('cd pkg\nflake8 pkg')}`;
  expect(after(text)).toBe(text.replace('flake8 pkg', 'flake8 src/new'));
  expect(after(fence('cd pkg'))).toBe(fence('cd src/new'));
});

test('what grep looks for is no folder', () => {
  const text = fence('ps aux | grep pkg\ngrep -r x pkg');
  expect(after(text)).toBe(fence('ps aux | grep pkg\ngrep -r x src/new'));
});

test('a line behind a prompt is a command, once', () => {
  const text = `Then:\n\n    $ flake8 pkg\n    flake8 pkg\n\n${fence('$ flake8 pkg')}(venv) $ mypy pkg\ncosts $ 5 pkg\n`;
  expect(after(text)).toBe(
    `Then:\n\n    $ flake8 src/new\n    flake8 pkg\n\n${fence('$ flake8 src/new')}(venv) $ mypy src/new\ncosts $ 5 pkg\n`,
  );
});

test('a command in a block that does not say what it holds', () => {
  const block = (folder: string) =>
    `~~~\n  cp ${folder} x\nthe pkg\nmypy ${folder}\n~~~\nmypy pkg\n\`\`\`python\nmypy pkg\n\`\`\`\n\`\`\`\npoetry run mypy ${folder}\n\`\`\`\n`;
  expect(after(block('pkg'))).toBe(block('src/new'));
});

test('a distribution that is called like a module', () => {
  const dotted = {
    ...names,
    oldRoots: ['a'],
    mapModule: (name: string) => (name === 'a.b' ? 'new' : null),
    knows: (name: string) => name === 'a.b',
    distribution: { from: 'a-b', to: 'new' },
  } as unknown as MovedNames;
  const text = fence('python -m pip install --no-deps a.b a.b.c\nrun a.b');
  const { edits } = documentShell.find(text, dotted, 'README.md');
  expect(applyEdits(text, edits)).toBe(text.replace('run a.b', 'run new'));
});
