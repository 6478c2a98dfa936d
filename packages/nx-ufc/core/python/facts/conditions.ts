import type { Expr, If, Stmt } from '../ast';
import { dottedText, leafOf } from './dotted';
import { visitExpr } from './expressions';
import { visitBody } from './statements';
import type { Extraction, Place } from './state';
import { placed } from './state';

/**
 * `elif` chains are a loop. The branch of TYPE_CHECKING is for type checkers only; its `else` runs. The branches of a test
 * of version, platform or installed modules are alternatives: their imports are guarded.
 */
export function visitIf(x: Extraction, first: If, outer: Place): void {
  let place = outer;
  let current = first;
  for (;;) {
    visitExpr(x, current.test, place);
    if (place.scopeId === 0 && isMainTest(current.test)) {
      const { line, span } = placed(x, current);
      x.facts.mainGuards.push({ line, span });
    }
    if (!place.guarded && testsEnvironment(current.test)) place = { ...place, guarded: true };
    const branch = typeCheckingBranch(current.test);
    visitBody(x, current.body, branch === 'body' ? { ...place, run: 'type_checking' } : place);
    if (branch === 'else') place = { ...place, run: 'type_checking' };
    const orelse: Stmt[] = current.orelse;
    // In the tree `elif` is an `else` with nothing but an `if`.
    if (orelse.length !== 1 || orelse[0].type !== 'If') return visitBody(x, orelse, place);
    current = orelse[0];
  }
}

/** Constants that type checkers take for true (https://typing.python.org/en/latest/spec/directives.html#type-checking). */
const TYPE_CHECKING_NAMES = new Set(['TYPE_CHECKING', 'MYPY', 'MYPY_CHECK_RUNNING']);

/** Which branch of a test only type checkers see. `if False:` is the idiom from before `typing.TYPE_CHECKING`. */
function typeCheckingBranch(test: Expr): 'body' | 'else' | null {
  if (TYPE_CHECKING_NAMES.has(leafOf(test))) return 'body';
  if (test.type === 'Constant') {
    const { value } = test;
    const never = (value.kind === 'bool' && !value.value) || (value.kind === 'int' && value.value === 0);
    return never ? 'body' : null;
  }
  if (test.type === 'UnaryOp' && test.op === 'Not')
    return typeCheckingBranch(test.operand) === 'body' ? 'else' : null;
  if (test.type === 'BoolOp') {
    const wanted = test.op === 'And' ? 'body' : 'else';
    return test.values.some((value) => typeCheckingBranch(value) === wanted) ? wanted : null;
  }
  return null;
}

function isMainTest(test: Expr): boolean {
  if (test.type === 'BoolOp' && test.op === 'And') return test.values.some(isMainTest);
  if (test.type !== 'Compare' || test.ops.length !== 1 || test.ops[0] !== 'Eq') return false;
  const sides = [test.left, test.comparators[0]];
  return (
    sides.some((side) => side.type === 'Name' && side.id === '__name__') &&
    sides.some(
      (side) => side.type === 'Constant' && side.value.kind === 'str' && side.value.value === '__main__',
    )
  );
}

const ENVIRONMENT =
  /^(sys\.(version_info|version|platform|implementation|hexversion)|os\.name|platform\.\w+|version_info|(\w+\.)*(PY_?[23]\w*|PYPY|IS_PYPY|WINDOWS|IS_WINDOWS|find_spec))(\.|$)/;

/** Does a test ask for the version of Python, the platform, or whether a module is there? */
function testsEnvironment(test: Expr): boolean {
  switch (test.type) {
    case 'Name':
    case 'Attribute':
      return ENVIRONMENT.test(dottedText(test));
    case 'Compare':
      return testsEnvironment(test.left) || test.comparators.some(testsEnvironment);
    case 'BoolOp':
      return test.values.some(testsEnvironment);
    case 'UnaryOp':
      return testsEnvironment(test.operand);
    case 'Subscript':
      return testsEnvironment(test.value);
    case 'Call':
      return testsEnvironment(test.func);
    default:
      return false;
  }
}
