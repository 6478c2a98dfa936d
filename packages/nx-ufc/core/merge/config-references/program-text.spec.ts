import { applyEdits } from '../../text/edits';
import { programReferences, programTexts } from './program-text';
import type { MovedNames } from './kind';

const MODULES: Record<string, string> = {
  pkg: 'new',
  'pkg.__version__': 'new.__version__',
  'pkg.a': 'new.core.a',
  'pkg.a.X': 'new.core.a.X',
};
const names = {
  oldRoots: ['pkg'],
  mapModule: (dotted: string) => MODULES[dotted] ?? null,
} as unknown as MovedNames;
const found = (text: string) => programReferences(text, programTexts(text), names);

test.each([
  ["python -c 'import pkg; print(pkg.__version__)'", "python -c 'import new; print(new.__version__)'"],
  [
    'run: .venv/bin/python3.12 -W error -c "import pkg.a as a, os"',
    'run: .venv/bin/python3.12 -W error -c "import new.core.a as a, os"',
  ],
  [
    'CMD ["python", "-c", "from pkg.a import X; X()"]',
    'CMD ["python", "-c", "from new.core.a import X; X()"]',
  ],
  [
    '"$(python -Ic \\"import pkg.a\\nprint(pkg.a.X, other.pkg)\\")"',
    '"$(python -Ic \\"import new.core.a\\nprint(new.core.a.X, other.pkg)\\")"',
  ],
  ['$(PYTHON) -c "import pkg"', '$(PYTHON) -c "import new"'],
  [
    `python -c 'import sys; run([sys.executable, "-m", "pkg.a"]); run(["pkg", "--version"])'`,
    `python -c 'import sys; run([sys.executable, "-m", "new.core.a"]); run(["pkg", "--version"])'`,
  ],
  ['python -c "from pkg import VERSION"', 'python -c "from new import VERSION"'],
  ['python -c "print(pkg)" && bash -c "import pkg"', null],
])('%s', (before, after) => expect(applyEdits(before, found(before).edits)).toBe(after ?? before));

test('a module that is no longer beside the package is proposed', () => {
  const { edits, doubts } = found('python -c "from pkg import a"');
  expect([edits, doubts.map(({ text }) => text)]).toEqual([[], ['new']]);
});
