import { moved } from '../../testing/moves';

const MOVES = { 'pkg/__init__.py': 'src/new/__init__.py', 'pkg/a.py': 'src/new/core/a.py' };
const HEAD = 'from importlib import import_module\n\n\ndef f():\n';

function rewritten(body: string): string {
  const text = `${HEAD}${body}`;
  const files = { 'pkg/__init__.py': '', 'pkg/a.py': '', 'tests/test_a.py': text };
  return (moved(files, MOVES)['tests/test_a.py'] ?? text).slice(HEAD.length);
}

test.each([
  '    for name in ["pkg", "other"]:\n        import_module(name)\n',
  '    for name in (\n        "other",\n        "pkg",\n    ):\n        __import__(name)\n',
  '    names = ["pkg", "other"]\n    for name in names:\n        import_module(name)\n',
  '    names = found()\n    names.append("pkg")\n    return [import_module(name) for name in names]\n',
])('imported in a loop: %j', (body) => expect(rewritten(body)).toBe(body.replace('"pkg"', '"new"')));

test.each([
  '    for name in ["pkg", "other"]:\n        print(name)\n',
  '    names = found()\n    others.append("pkg")\n    for name in names:\n        import_module(name)\n',
  '    names = found(["x", "pkg"])\n    for name in others:\n        import_module(name)\n',
  '    for name in found("pkg"):\n        import_module(name)\n',
])('no name that is imported: %j', (body) => expect(rewritten(body)).toBe(body));
