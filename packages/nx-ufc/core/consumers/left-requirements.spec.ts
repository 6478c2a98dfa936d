import { leftRequirements } from './left-requirements';

test('requirements of projects that are left are listed with what would follow', () => {
  const files = {
    'apps/host/pyproject.toml': '[project]\nname = "host"\ndependencies = ["Shop_Py>=1"]\n',
    'apps/host/requirements.txt': 'click\nshop-py==1.2\n',
    'apps/host/host/main.py': 'import shop\n',
    'apps/other/requirements.txt': 'shop-python\n',
  };
  const items = leftRequirements(
    Object.entries(files).map(([path, text]) => ({ path, bytes: Buffer.from(text) })),
    { from: 'shop-py', to: 'au_sys_shop' },
  );
  expect(
    items.map(({ path, line, rule, proposal }) => `${path}:${line} ${rule} → ${proposal?.after}`),
  ).toEqual([
    'apps/host/pyproject.toml:3 REQUIREMENT_LEFT → au_sys_shop',
    'apps/host/requirements.txt:2 REQUIREMENT_LEFT → au_sys_shop',
  ]);
});

test('a proposal shows whole names, also where the old one is a part of the new one', () => {
  const file = { path: 'a/pyproject.toml', bytes: Buffer.from('[project]\ndependencies = ["shop[x]>=1"]\n') };
  const [{ line, column, proposal }] = leftRequirements([file], { from: 'shop', to: 'au_sys_shop' });
  expect([line, column, proposal]).toEqual([2, 18, { before: 'shop', after: 'au_sys_shop' }]);
});
