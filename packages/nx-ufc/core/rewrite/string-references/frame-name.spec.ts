import { moved } from '../../testing/moves';

const MOVES = { 'pkg/__init__.py': 'src/new/__init__.py', 'pkg/a.py': 'src/new/a.py' };

function after(body: string): string {
  const text = `import pkg\ndef f(x, y):\n    ${body}\n`;
  const files = { 'pkg/__init__.py': '', 'pkg/a.py': '', 'tests/test_a.py': text };
  return (moved(files, MOVES)['tests/test_a.py'] ?? text).replace('import new', 'import pkg');
}

test.each([
  'return x.__name__.startswith("pkg.")',
  'm = x.__name__\n    return m == "pkg"',
  'assert x.__package__ == "pkg"',
  'm = x.__module__\n    return m in ("pkg", "other")',
  'return y(x.f_globals["__name__"], "pkg")',
])('compared with the name of a module: %s', (body) => {
  const text = `import pkg\ndef f(x, y):\n    ${body}\n`;
  expect(after(body)).toBe(text.replace('"pkg', '"new'));
});

test.each([
  'log(x.__name__)\n    return y["mode"] == "pkg"',
  'name = x.__name__.split(".")[-1]\n    return "pkg" if y[name] else "other"',
  'name = x.__name__.rpartition(".")[2]\n    return y[name] == "pkg"',
  'log(x.__name__)\n    return "pkg" not in y',
  'log(x.__name__)\n    y["pkg"]["n"] = {"pkg": 1}',
  'register("pkg", x.__name__)',
  'log(x.__module__)\n    y["pkg"] = {"pkg": 1}',
])('a word of its own beside the name of a function or class: %s', (body) =>
  expect(after(body)).toBe(`import pkg\ndef f(x, y):\n    ${body}\n`),
);
