import { treeOf } from '../testing/project';
import { applyEdits } from '../text/edits';
import { withVisibleFiles } from './git-ignored';

const MOVES: Record<string, string> = {
  'shop/cart.py': 'src/au_shop/core/cart.py',
  'shop/core.py': 'src/au_shop/core/core.py',
  'shop/_version.py': 'src/au_shop/core/utils/_version.py',
  'shop/app.log': 'src/au_shop/app.log',
};

function after(patterns: string, isMade = true): string {
  const tree = treeOf({ '.gitignore': patterns });
  const files = Object.entries({ '.gitignore': '.gitignore', ...MOVES }).map(([source, target]) => ({
    source,
    target,
    edits: [],
  }));
  const [own] = withVisibleFiles(files, ['src/au_shop/manifest/lib/x.yaml'], tree, () => isMade);
  return applyEdits(patterns, own.edits);
}

test.each([
  ['core\n', 'core\n!/src/au_shop/core/\n'],
  ['# dumps\r\ncore\r\n', '# dumps\r\ncore\r\n!/src/au_shop/core/\r\n'],
  ['core.*\n*.py[cod]', 'core.*\n*.py[cod]'],
  ['/core/\nCORE/\n', '/core/\nCORE/\n'],
  ['src/\n', 'src/\n!/src/\n'],
  ['lib/\n*.yaml\n', 'lib/\n*.yaml\n!/src/au_shop/manifest/lib/\n!/src/au_shop/manifest/lib/x.yaml\n'],
])('%j becomes %j', (before, expected) => expect(after(before)).toBe(expected));

test('what git ignored before stays so as long as something makes it', () => {
  expect(after('*.log\n_version.py\n')).toBe('*.log\n_version.py\n');
  expect(after('_version.py\n', false)).toBe('_version.py\n!/src/au_shop/core/utils/_version.py\n');
});

test('without a .gitignore nothing is added', () => {
  const files = [{ source: 'shop/cart.py', target: 'src/au_shop/core/cart.py', edits: [] }];
  expect(withVisibleFiles(files, [], treeOf({ 'shop/cart.py': '' }), () => true)).toEqual(files);
});
