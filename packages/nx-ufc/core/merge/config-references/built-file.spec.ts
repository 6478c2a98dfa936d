import { builtFile } from './built-file';
import type { MovedNames } from './kind';

const names = { distribution: { from: 'my-pkg', to: 'au-sys-pkg' } } as unknown as MovedNames;

test.each([
  ['my_pkg*.whl', 'au_sys_pkg*.whl'],
  ['dist/my_pkg-*.tar.gz', 'dist/au_sys_pkg-*.tar.gz'],
  ['./dist/my_pkg-*-py3-none-any.whl', './dist/au_sys_pkg-*-py3-none-any.whl'],
  ['dist/my_pkg-1.0.tar.gz', null],
  ['dist/my_pkg_other-*.whl', null],
  ['my_pkg/*.py', null],
  ['dist/*.whl', null],
])('%s', (text, expected) => {
  const edit = builtFile({ text, start: 0, previous: '', line: [] }, names);
  const after = edit && text.slice(0, edit.start) + edit.text + text.slice(edit.end);
  expect(after).toBe(expected);
});
