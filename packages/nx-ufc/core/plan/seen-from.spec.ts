import { documentLinks } from '../merge/config-references/document-links';
import type { MovedNames } from '../merge/config-references/kind';
import { applyEdits } from '../text/edits';
import { seenFrom } from './seen-from';

const PATHS: Record<string, string> = {
  'pkg/docs/a.md': 'src/new/core/docs/a.md',
  'pkg/docs/a.png': 'src/new/core/docs/a.png',
  'pkg/docs/b.png': 'src/new/interface/docs/b.png',
};
const names = {
  oldRoots: ['pkg'],
  mapPath: (path: string) => PATHS[path] ?? null,
  mapBelow: (path: string) => PATHS[path] ?? null,
} as unknown as MovedNames;

test.each([
  ['pkg/docs/a.md', '![a](./a.png)', '![a](./a.png)'],
  ['pkg/docs/a.md', '![b](./b.png)', '![b](./../../interface/docs/b.png)'],
  ['pkg/docs/stays.md', '![a](./a.png)', '![a](./../../src/new/core/docs/a.png)'],
])('links of %s: %s', (path, before, after) => {
  const { edits } = documentLinks.find(before, seenFrom(path, names), path);
  expect(applyEdits(before, edits)).toBe(after);
});
