import fc from 'fast-check';
import type { Expr, Stmt } from '../ast';
import { parseExpressionText, parseModule } from '.';

function statements(text: string): Stmt[] {
  const result = parseModule(text);
  if (!result.ok) throw new Error(`${result.error.line}:${result.error.column} ${result.error.message}`);
  return result.module.body;
}
const first = (text: string) => statements(text)[0];
const error = (text: string) => {
  const result = parseModule(text);
  return result.ok ? null : result.error.message;
};

/** Type and source of every node that `pick` selects. */
function sliced(text: string, pick: (stmt: Stmt) => (Expr | Stmt)[]): string[] {
  return pick(first(text)).map((node) => `${node.type} ${text.slice(node.start, node.end)}`);
}

describe('positions', () => {
  test('a generator expression takes the parentheses of its call', () => {
    const text = 'f(x for x in y)\n';
    expect(
      sliced(text, (stmt) => (stmt.type === 'Expr' && stmt.value.type === 'Call' ? stmt.value.args : [])),
    ).toEqual(['GeneratorExp (x for x in y)']);
  });
  test('parentheses belong to a tuple, not to a name', () => {
    expect(
      sliced('(a), (b, c)\n', (stmt) =>
        stmt.type === 'Expr' && stmt.value.type === 'Tuple' ? stmt.value.elts : [],
      ),
    ).toEqual(['Name a', 'Tuple (b, c)']);
  });
  test('a compound statement ends with its last token, the semicolon included', () => {
    const text = 'if a:\n    b;\nc\n';
    expect(text.slice(0, first(text).end)).toBe('if a:\n    b;');
  });
  test('a decorated function begins at def', () => {
    const text = '@d\ndef f(): pass\n';
    expect(text.slice(first(text).start)).toBe('def f(): pass\n');
  });
  test('the module of a from import includes its dots', () => {
    const text = 'from . .a.b import (c as d,)\n';
    const node = first(text);
    expect(
      node.type === 'ImportFrom' && [node.level, node.module, text.slice(node.moduleStart, node.moduleEnd)],
    ).toEqual([2, 'a.b', '. .a.b']);
  });
});

describe('soft keywords are names elsewhere', () => {
  test.each([
    'match = 1',
    'match.group(1)',
    'match[x]',
    'match, case = 1, 2',
    'type = int',
    'print(match)',
    'match: int = 3',
    'case = match',
    '_ = type(x)',
  ])('%s', (text) => expect(statements(`${text}\n`)).toHaveLength(1));
  test('and begin statements where they do', () => {
    expect(
      first(
        'match x:\n    case [1, *rest] if rest: pass\n    case {"k": v, **kw} | C(a=1): pass\n    case -1 + 2j | None | a.b: pass\n    case _: pass\n',
      ).type,
    ).toBe('Match');
    expect(first('type X[T: int = str, *Ts, **P] = list[T]\n').type).toBe('TypeAlias');
  });
});

describe('newer syntax', () => {
  test.each([
    ['except without parentheses (3.14)', 'try: pass\nexcept A, B: pass\n'],
    ['except*', 'try: pass\nexcept* A as e: pass\n'],
    ['parenthesised with', 'with (open(a) as b, open(c) as d,): pass\n'],
    ['with an expression in parentheses', 'with (a).b as c: pass\n'],
    ['with a generator', 'with (x for x in y): pass\n'],
    ['generic class', 'class A[T](B[T], metaclass=M): pass\n'],
    ['nested f-string', 'f"{f"{x!r:>{w}}"}"\n'],
    ['f-string over lines', 'f"{\n  a # why\n}"\n'],
    ['template string', 't"{x=!s}"\n'],
    ['walrus', 'if (a := b): pass\n'],
    ['star in subscript', 'a[*b, 1:2]\n'],
    ['lambda', 'lambda *a, b=1, **c: (yield)\n'],
    ['form feed and tabs', '\f\nif a:\n\tb\n'],
    ['lone carriage return', 'a = 1\rb = 2\r'],
    ['number before keyword', '1if a else 2\n'],
    ['no final newline', 'a'],
    ['continuation', 'a = \\\n  1\n'],
  ])('%s', (_name, text) => expect(error(text)).toBeNull());
});

describe('errors say what and where', () => {
  test.each([
    ['print "x"\n', 'Python 2 syntax'],
    ['a <> b\n', 'Python 2 syntax'],
    ['raise A, b\n', 'Python 2 syntax'],
    ['f(a=1, b)\n', 'positional argument follows keyword argument'],
    ['f() = 1\n', 'cannot assign to function call'],
    ['(\n', 'was never closed'],
    [')\n', "unmatched ')'"],
    ['if a:\nb\n', 'expected an indented block'],
    ['  a\n', 'unexpected indent'],
    ['if a:\n    b\n  c\n', 'unindent does not match'],
    ['"abc\n', 'unterminated string'],
    ['a\0b\n', 'null bytes'],
    ['def f(a=1, b): pass\n', 'parameter without a default'],
    ['b"é"\n', 'ASCII'],
  ])('%j', (text, message) => expect(error(text)).toContain(message));
});

test('values of literals', () => {
  const value = (text: string) => {
    const expr = parseExpressionText(text);
    return expr?.type === 'Constant' ? expr.value : null;
  };
  expect(value(String.raw`'\x41\u00e9\n' "b"`)).toEqual({ kind: 'str', value: 'Aé\nb', u: false });
  expect(value('0x_ff')).toEqual({ kind: 'int', value: 255 });
  expect(value('10000000000000000000001')).toEqual({ kind: 'int', value: 10000000000000000000001n });
  expect(value('1_0.5e1')).toEqual({ kind: 'float', value: 105 });
  expect(value(String.raw`rb'\x'`)).toEqual({ kind: 'bytes', value: new Uint8Array([92, 120]) });
});

test('long chains do not overflow the stack, deep nesting is an error', () => {
  expect(error(`x = ${'a + '.repeat(20_000)}a\n`)).toBeNull();
  expect(error(`x = a${'.b()'.repeat(20_000)}\n`)).toBeNull();
  expect(error(`if a: pass\n${'elif b: pass\n'.repeat(20_000)}`)).toBeNull();
  expect(error(`${'('.repeat(3000)}${')'.repeat(3000)}\n`)).toContain('too many nested parentheses');
  expect(error(`x = ${'not '.repeat(5000)}a\n`)).toContain('too many nested');
});

test('no input throws or hangs, and nodes lie inside of the text', () => {
  const fragment = fc.constantFrom(
    'def f(',
    '):',
    '\n',
    '    ',
    'if',
    ' x',
    '=',
    '"',
    "'''",
    'f"{',
    '}',
    '(',
    ']',
    ',',
    'class A:',
    'match x:',
    'case',
    ' 1',
    '\\',
    '#',
    '\t',
    'é',
    'lambda',
    '*',
    '@',
    ':=',
    'import ',
    'from .',
  );
  fc.assert(
    fc.property(fc.array(fragment, { maxLength: 40 }), (parts) => {
      const text = parts.join('');
      const result = parseModule(text);
      if (!result.ok) return result.error.offset <= text.length && result.error.line >= 1;
      return result.module.body.every(
        (stmt) => stmt.start >= 0 && stmt.end <= text.length && stmt.start <= stmt.end,
      );
    }),
    { numRuns: 2000 },
  );
});
