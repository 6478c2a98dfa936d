import { moveAll } from '../testing/moves';
import { reachesProject } from './reaches-project';

const reaches = (code: string, more: Record<string, string> = {}) =>
  reachesProject(
    moveAll({ 'app/__init__.py': '', 'app/core/__init__.py': '', 'app/core/a.py': code, ...more }, {})
      .project,
  );

test.each([
  ['from pathlib import Path\nENV = Path(__file__).parents[2] / ".env"\n', true],
  ['from pathlib import Path\nROOT = Path(__file__).parent.parent.parent\nx = ROOT / name\n', true],
  ['import os\ndef root():\n    return os.path.dirname(os.path.dirname(os.path.dirname(__file__)))\n', true],
  ['from pathlib import Path\nDATA = Path(__file__).parent.parent / "data"\n', false],
  ['from pathlib import Path\nOTHER = Path(__file__).parents[5] / "x"\n', false],
  ['ENV = ".env"\n', false],
])('%j: %s', (code, expected) => expect(reaches(code)).toBe(expected));

test('tests are in no image', () =>
  expect(
    reaches('', {
      'tests/test_a.py': 'from pathlib import Path\nROOT = Path(__file__).parent.parent / "x"\n',
    }),
  ).toBe(false));
