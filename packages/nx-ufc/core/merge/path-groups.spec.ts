import { applyEdits } from '../text/edits';
import { movedGroups } from './path-groups';

const PATHS: Record<string, string> = {
  pkg: 'src/new',
  'pkg/ui': 'src/new/core/ui',
  'pkg/api': 'src/new/interface/api',
  'pkg/data': 'src/new/data',
  'pkg/a.py': 'src/new/core/a.py',
  'pkg/b.py': 'src/new/core/b.py',
};
const changed = (text: string) =>
  applyEdits(
    text,
    movedGroups(text, (path) => PATHS[path] ?? null),
  );

test.each([
  ['files: ^pkg/(ui|api)/.*\\.py$', 'files: ^src/new/(core/ui|interface/api)/.*\\.py$'],
  ['^pkg/(?:a|b)\\.py$', '^src/new/core/(?:a|b)\\.py$'],
  ['^pkg/(a\\.py|b\\.py)', '^src/new/core/(a\\.py|b\\.py)'],
  ['pkg/(ui/|api/)x', 'src/new/(core/ui/|interface/api/)x'],
  ['(docs|pkg/(ui|gone))', '(docs|src/new/(core/ui|gone))'],
])('alternatives below a folder: %s', (before, after) => expect(changed(before)).toBe(after));

test.each(['^pkg/(data|gone)/', 'x/pkg/(ui|api)', 'other/(ui|api)', 'pkg/(ui)', 'pkg/(.*|ui)'])(
  'what says the same behind the new folder, or nothing that moved: %s',
  (text) => expect(changed(text)).toBe(text),
);
