import { loadBlueprint } from '../../platform/blueprint';
import { missingPackageInits } from './package-inits';

test('every folder on the way to a module is documented by what it is', () => {
  const made = missingPackageInits(
    ['src/au_sys_x/core/services/deep/a.py', 'src/au_sys_x/interface/__init__.py', 'src/other/b.py'],
    'src/au_sys_x',
    loadBlueprint(),
  );
  expect(Object.fromEntries(made)).toEqual({
    'src/au_sys_x/__init__.py': '"""Package au_sys_x."""\n',
    'src/au_sys_x/core/__init__.py': '"""The core layer."""\n',
    'src/au_sys_x/core/services/__init__.py': '"""Services of the core layer."""\n',
    'src/au_sys_x/core/services/deep/__init__.py': '"""Package core.services.deep."""\n',
  });
});
