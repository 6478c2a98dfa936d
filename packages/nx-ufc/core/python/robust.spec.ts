import { loadBlueprint } from '../../platform/blueprint';
import { analyseEverything } from '../testing/analyse-everything';
import { mutate, randomFrom } from '../testing/mutate';
import { treeOf } from '../testing/project';
import { extractFacts } from './facts';
import { parseModule } from '.';

const SAMPLES = [
  `"""Doc."""
from . import (a as b, c)
__all__ = ['x'] + ["y"]
class C(Base[T], metaclass=Meta):
    field: "list[int]" = Field(default=1, alias='f')
    @app.get(f"/x/{y!r:>{z}}", response_model=C)
    async def m(self, a, /, b: int = 1, *c: str, d=None, **e) -> "C":
        match a:
            case [1, *rest] | {"k": v, **kw} if b: yield v
            case _: return [x for x in rest if x]
`,
  `import os, a.b as c
if __name__ == "__main__":
    try:
        with open(os.path.join('a' "b", rb'c')) as f, (g): x = y = lambda *p, q=1: not p ** -q
    except (A, B.C) as e:
        raise D from e
    finally:
        del x[1:2, ::3], y.z  # why
type X[T: int = str, *U, **V] = T
`,
];
const facts = (text: string) =>
  extractFacts({ path: 'a.py', text, codec: 'utf-8', bom: false, encoding: 'utf-8' });
/** The message of the syntax error, null without one. */
const error = (text: string) => facts(text).parseErrors[0]?.message ?? null;

test('mutated texts go through the whole analysis', () => {
  const random = randomFrom(1);
  const blueprint = loadBlueprint();
  let broken = 0;
  for (let batch = 0; batch < 12; batch++) {
    const files: Record<string, string> = { 'sample/__init__.py': '' };
    for (let i = 0; i < 20; i++) {
      const text = mutate(SAMPLES[i % 2], SAMPLES[(i + 1) % 2], random);
      files[`sample/m${i}.py`] = text;
      if (!parseModule(text).ok) broken++;
    }
    expect(analyseEverything(treeOf(files), blueprint)).toHaveLength(21);
  }
  expect(broken).toBeGreaterThan(50);
  expect(broken).toBeLessThan(240);
});

test('every prefix of a text is facts or one error', () => {
  for (const text of SAMPLES)
    for (let cut = 0; cut <= text.length; cut++)
      expect(facts(text.slice(0, cut)).parseErrors.length).toBeLessThan(2);
});

describe('odd inputs', () => {
  test.each([
    ['a NUL', 'x = 1\0\n', 'source code cannot contain null bytes'],
    ['a lone surrogate', 'x = "\ud800"\n', null],
    ['form feeds', '\f\fx = 1\n\fdef f():\n    \f    return 1\n', null],
    ['lone carriage returns', 'def f():\r    return 1\rx = 2\r', null],
    ['tabs', 'if x:\n\ty = 1\n\tz = 2\n', null],
    [
      'tabs and spaces',
      'if x:\n\ty = 1\n        z = 2\n',
      'inconsistent use of tabs and spaces in indentation',
    ],
    ['a backslash at the end', 'x = 1 \\\n', 'unexpected EOF while parsing'],
    ['soft keywords', 'match = case = type = _ = 1\nmatch(case)\ntype(x)\nmatch[1]: int\n', null],
    ['match with three dots', 'match ...:\n    case _: pass\n', null],
    ['None as a base', 'class A(None): pass\n', null],
    ['exceptions without parentheses', 'try: pass\nexcept A, B: pass\n', null],
    ['a template string', "t'{x!r:>{y}} {{'\n", null],
    ['type parameters with defaults', 'def f[T: int = str, *U = *tuple[int], **V = [int]](): pass\n', null],
    ['3,000 brackets', `${'('.repeat(3000)}${')'.repeat(3000)}\n`, 'too many nested parentheses'],
  ])('%s', (_, text, expected) => expect(error(text)).toBe(expected));

  test.each([
    ['operators', `x = ${'a + '.repeat(20_000)}a\n`],
    ['attributes', `x = a${'.b'.repeat(20_000)}\n`],
    ['calls', `x = a${'.b()'.repeat(20_000)}\n`],
    ['subscripts', `x = a${'[0]'.repeat(20_000)}\n`],
    ['comparisons', `x = a${' < b'.repeat(20_000)}\n`],
    ['elif', `if a: pass\n${'elif b: pass\n'.repeat(20_000)}`],
    ['strings', `x = (${'"a"\n'.repeat(20_000)})\n`],
    ['targets', `${'a = '.repeat(20_000)}1\n`],
  ])('a chain of 20,000 %s', (_, text) => expect(error(text)).toBe(null));

  test.each(['not ', '-', '~', 'lambda: ', 'a if b else ', 'a ** ', 'await '])(
    'very deep by %j is facts or an error',
    (piece) => {
      expect(facts(`x = ${piece.repeat(5000)}a\n`).parseErrors.length).toBeLessThan(2);
    },
  );

  test('5 MB', () => {
    const text = 'def f(a):\n    return g(a, "text", key=[1, 2, 3])\n'.repeat(100_000);
    expect(facts(text).functions).toHaveLength(100_000);
  });
});
