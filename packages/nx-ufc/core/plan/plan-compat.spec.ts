import { patchedByOldName } from './plan-compat';

test('definitions that left their module are listed, for patches by the old name', () => {
  const definition = (name: string) => ({ name, kind: 'function' as const, line: 1, endLine: 2 });
  const part = { path: 'shop/app_utils.py', module: 'shop.app_utils', layer: 'core' as const, role: 'util' };
  const definitions = ['a', 'b', 'c', 'd', 'e', 'f'].map(definition);
  const parts = [{ ...part, pieces: [], definitions }];
  expect(
    patchedByOldName([{ source: 'shop/app.py', module: 'shop.app', edits: [], patched: {}, parts }]),
  ).toEqual([
    {
      path: 'shop/app.py',
      line: 1,
      column: 1,
      rule: 'PATCHED_BY_OLD_NAME',
      message:
        'a, b, c, d, e … left shop.app: callers that patch it there by the old name change what is left there only',
    },
  ]);
});
