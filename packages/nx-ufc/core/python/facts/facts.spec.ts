import { extractFacts } from '.';

const facts = (text: string) =>
  extractFacts({ path: 'm.py', text, codec: 'utf-8', bom: false, encoding: 'utf-8' });

test('imports know where they run and whether they are guarded', () => {
  const { imports } = facts(`import a.b as c, d
from ..e import (f as g, h)
if TYPE_CHECKING:
    from t import U
else:
    import v
try:
    import w
except ImportError:
    import x
def k():
    from . import *
with suppress(ImportError):
    import y
if sys.version_info < (3, 11):
    import z
with pytest.raises((X, ImportError)), x:
    import q
with pytest.raises(X):
    import r
`);
  const shown = imports.map(
    (fact) =>
      `${fact.scope}${fact.guarded ? ' guarded' : ''} ${'.'.repeat(fact.level)}${fact.module} ${fact.names.map((name) => name.name + (name.alias ? `>${name.alias}` : '')).join(',')}`,
  );
  expect(shown).toEqual([
    'module  a.b>c,d',
    'module ..e f>g,h',
    'type_checking t U',
    'module  v',
    'module guarded  w',
    'module guarded  x',
    'function . *',
    'module guarded  y',
    'module guarded  z',
    'module guarded  q',
    'module  r',
  ]);
});

test('references resolve by the scope that binds their root', () => {
  const { references } = facts(`import pkg.sub
import os
def f(os):
    return os.path, pkg.sub.x
class A:
    pkg = 1
    def g(self): return pkg.y
def h():
    global pkg
    pkg.z = [pkg for pkg in ()]
x: "pkg.sub.T" = open(f"{pkg.w}")
`);
  const shown = references
    .filter((reference) => reference.resolved)
    .map((reference) => `${reference.context} ${reference.resolved}${reference.inString ? ' (string)' : ''}`);
  expect(shown).toEqual([
    'load pkg.sub.x',
    'load pkg.y',
    'store pkg.z',
    'load builtins.open',
    'load pkg.w',
    'load pkg.sub.T (string)',
  ]);
});

test('spans of forward references lie in the literal', () => {
  const text = 'from m import T\ndef f(a: "list[T]") -> None: ...\n';
  const [reference] = facts(text).references.filter(
    (candidate) => candidate.inString && candidate.parts[0] === 'T',
  );
  expect(text.slice(reference.span.start, reference.span.end)).toBe('T');
});

test('definitions', () => {
  const { classes, functions } = facts(`@dec(1)
class A(b.C, Generic[T], metaclass=M):
    "doc"
    x: int = 1
    @abstractmethod
    async def m(self, /, a, *args, k: int = 2, **kw):
        def inner(): pass
        raise NotImplementedError
`);
  expect(classes[0]).toMatchObject({
    name: 'A',
    line: 1,
    defLine: 2,
    endLine: 8,
    docstring: true,
    methods: [0],
  });
  expect(classes[0].bases.map((base) => base.name)).toEqual(['b.C', 'Generic']);
  expect(functions.map((definition) => [definition.qualname, definition.async, definition.body])).toEqual([
    ['A.m', true, 'normal'],
    ['A.m.<locals>.inner', false, 'empty'],
  ]);
  expect(functions[0].parameters.map((parameter) => parameter.kind)).toEqual([
    'positional_only',
    'positional_or_keyword',
    'var_positional',
    'keyword_only',
    'var_keyword',
  ]);
  expect(functions[0].unusedParameters).toEqual(['self', 'a', 'args', 'k', 'kw']);
});

test('a parameter is used when an inner function or locals() reads it', () => {
  const { functions } = facts(
    'def f(a, b, c):\n    def g(b): return a + b\n    return g\ndef h(x): return locals()\n',
  );
  expect(functions.map((definition) => definition.unusedParameters)).toEqual([['b', 'c'], [], []]);
});

test('complexity counts as C901 does', () => {
  const { functions } = facts(`def f(x):
    if x: pass
    elif y: pass
    else: pass
    for a in b:
        pass
    else:
        pass
    while 1: pass
    try: pass
    except A: pass
    except B: pass
    else: pass
    finally: pass
    with c: pass
    match x:
        case 1: pass
        case _: pass
    def g(): pass
`);
  expect(functions[0].complexity).toBe(1 + 2 + 1 + 1 + 3 + 1 + 1);
});

test('strings know what they are used for; concatenated parts are separate', () => {
  const { strings, calls } = facts('"""doc"""\nf("a" "b", k=\'c\')\nx = {"k": ["v"]}\nd["s"]\n');
  expect(strings.map((string) => `${string.role} ${string.value}`)).toEqual([
    'docstring doc',
    'argument a',
    'argument b',
    'argument c',
    'key k',
    'element v',
    'subscript s',
  ]);
  expect(strings[3].name).toBe('k');
  expect(calls[0].arguments.map((argument) => argument.keyword)).toEqual([null, 'k']);
});

test('handlers, __all__, main guard, comments', () => {
  const found = facts(
    '__all__ = ["a"]\n__all__ += ["b"]\ntry: pass\nexcept (A, B): pass\nexcept: log()\nif __name__ == "__main__": pass # end\n',
  );
  expect(found.handlers.map((handler) => [handler.exceptions, handler.silent])).toEqual([
    [['A', 'B'], true],
    [[], false],
  ]);
  expect(found.dunderAll?.entries.map((entry) => entry.name)).toEqual(['a', 'b']);
  expect(found.mainGuards).toHaveLength(1);
  expect(found.comments[0]).toMatchObject({ text: '# end', ownLine: false, line: 6 });
});

test('a file that does not parse has its error and nothing else', () => {
  expect(facts('def f(:\n')).toMatchObject({ lines: 1, imports: [], parseErrors: [{ line: 1 }] });
});
