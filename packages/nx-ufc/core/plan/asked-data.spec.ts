import { loadBlueprint } from '../../platform/blueprint';
import { analysisOf } from '../testing/project';
import { proposeMap } from './propose';

/** Where a template of a package goes. */
function placed(files: Record<string, string>): string | null {
  const package_ = {
    'pkg/__init__.py': '',
    'pkg/cli.py': 'import argparse\nargparse.ArgumentParser().parse_args()\nF = "default.rst"\n',
    'pkg/forms/default.rst': '',
  };
  const { modules } = proposeMap(analysisOf({ ...package_, ...files }, loadBlueprint(), 'pkg'), {
    package: 'new',
    derivesMetadata: false,
  });
  return modules.find(({ source }) => source === 'pkg/forms/default.rst')!.target;
}

const LOAD = 'def read(path):\n    return (resources.files("pkg") / path).read_text()\n';

test.each([
  ['a test loads', { 'tests/helpers.py': LOAD, 'tests/test_a.py': 'read("forms/default.rst")\n' }],
  [
    'a module loads',
    { 'pkg/load.py': LOAD, 'pkg/other.py': 'from .load import read\nread("forms/default.rst")\n' },
  ],
  [
    'a test loads otherwise',
    { 'tests/test_a.py': 'def read(path):\n    get_data("pkg", path)\nread("forms/default.rst")\n' },
  ],
])('what %s as it is asked for stays below the package', (_, files) =>
  expect(placed(files)).toBe('src/new/forms/default.rst'),
);

test.each([
  ['nobody asks for', { 'tests/helpers.py': LOAD }],
  [
    'is asked for of another package',
    { 'tests/a.py': LOAD.replace('pkg', 'xyz') + 'read("forms/default.rst")\n' },
  ],
  [
    'is looked for beside a module, too,',
    {
      'tests/helpers.py': LOAD,
      'tests/test_a.py': 'read("forms/default.rst")\n',
      'pkg/cli.py':
        'import argparse\nargparse.ArgumentParser().parse_args()\nF = join(dirname(__file__), "forms")\n',
    },
  ],
  ['is asked for at one place', { 'tests/a.py': 'files("pkg") / "forms/default.rst"\n' }],
])('what %s goes with the code', (_, files) =>
  expect(placed(files)).toBe('src/new/interface/cli/forms/default.rst'),
);
