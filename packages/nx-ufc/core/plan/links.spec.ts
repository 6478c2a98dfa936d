import { buildProjectFacts } from '../project/project-facts';
import type { TreeFile } from '../project/types';
import { targetsOf } from '../rewrite/locations/targets';
import { buildMoveMapping } from '../rewrite/mapping';
import { treeOf } from '../testing/project';
import { linksToReview, movedLink } from './links';

const MOVES: Record<string, string> = {
  'shop/__init__.py': 'src/au_shop/__init__.py',
  'shop/cart.py': 'src/au_shop/core/cart.py',
  'shop/data/a.txt': 'src/au_shop/core/data/a.txt',
  'shop/torn/a.txt': 'src/au_shop/core/a.txt',
  'shop/torn/b.txt': 'src/au_shop/interface/b.txt',
  'docs/index.md': 'docs/index.md',
};

/** A project with one link, and where it goes. */
function withLink(link: Pick<TreeFile, 'path' | 'symlink' | 'isBareLink'>, target: string) {
  const tree = treeOf({
    'setup.py': '',
    ...Object.fromEntries(Object.keys(MOVES).map((path) => [path, ''])),
  });
  const file: TreeFile = { bytes: new Uint8Array(), mode: 0o777, ...link };
  tree.files.push(file);
  const project = buildProjectFacts('shop', tree);
  const entries = Object.entries({ ...MOVES, [link.path]: target }).map(([source, to]) => ({
    ...{ source, target: to, layer: null, role: 'data', confidence: 1, action: 'move' as const },
    ...{ evidence: [], complexity: 0, review: false },
  }));
  const mapping = buildMoveMapping(project, entries, 'src', { from: 'shop', to: 'au_shop' });
  return {
    link: movedLink(file, target, targetsOf(mapping, project)),
    review: linksToReview(project, mapping),
  };
}

test.each([
  ['a file', 'docs/cart.py', '../shop/cart.py', false, '../src/au_shop/core/cart.py'],
  ['a folder', 'docs/shop', '../shop', true, '../src/au_shop'],
  ['a folder of data', 'docs/data', '../shop/data', true, '../src/au_shop/core/data'],
  ['the project', 'docs/all', '..', true, '..'],
])('a link to %s follows it', (_, path, symlink, isBareLink, expected) => {
  expect(withLink({ path, symlink, isBareLink }, path)).toEqual({ link: expected, review: [] });
});

test('a link to a file that does not come along becomes a copy', () => {
  const { link } = withLink({ path: 'docs/setup.py', symlink: '../setup.py' }, 'docs/setup.py');
  expect(link).toBeNull();
});

test.each([
  ['nothing', 'docs/gone', 'gone.txt', 'gone.txt', 'where none of the files lies'],
  ['nothing in a package', 'docs/gone', '../shop/gone.txt', '../src/au_shop/gone.txt', 'where none'],
  ['a folder that was torn apart', 'docs/torn', '../shop/torn', '../shop/torn', 'went to several places'],
])('a link to %s is listed', (_, path, symlink, expected, message) => {
  const { link, review } = withLink({ path, symlink, isBareLink: true }, path);
  expect(link).toBe(expected);
  expect(review).toMatchObject([{ path, rule: 'LINK', message: expect.stringContaining(message) }]);
});
