import type { Expr, Keyword, Stmt } from '../../../python/ast';
import { annotated, assigned, classStatement } from './syntax';
import { displayAt, given, pairsOf, textOf, type Making } from './reading';
import type { Made } from './made';

/**
 * `create_model("X", __base__=Base, a=(int, ...), b=(str, "x"))`. A value that is no tuple is the annotation, and in pydantic 1
 * the default.
 */
export function createdModel(making: Making, name: string, pydantic: 1 | 2): Made {
  const { call } = making;
  const unknown: string[] = [];
  const fields = call.keywords.flatMap((keyword) => fieldsOf(making, keyword, unknown));
  const base = displayAt(making, given(making, -1, '__base__'));
  const bases = base?.type === 'Tuple' ? base.elts : base && !isNone(base) ? [base] : [call.func];
  for (const hook of ['__validators__', '__cls_kwargs__'])
    if (given(making, -1, hook)) unknown.push(`${hook} may change the schema`);
  const doc = given(making, -1, '__doc__');
  return {
    node: classStatement(call, name, {
      bases,
      body: [
        ...(doc && textOf(making, doc) !== null ? [documentation(doc)] : []),
        ...configured(making, pydantic),
        ...fields.map(([key, value]) => fieldOf(making, key, value, pydantic)),
      ],
    }),
    unknown,
  };
}

const isNone = (expr: Expr): boolean => expr.type === 'Constant' && expr.value.kind === 'none';

/** The fields of a keyword: itself, or those of a mapping that is unpacked. */
function fieldsOf(making: Making, { arg, value }: Keyword, unknown: string[]): [string, Expr][] {
  if (arg !== null) return /^__\w+__$/.test(arg) && arg !== '__root__' ? [] : [[arg, value]];
  const pairs = pairsOf(making, value);
  if (!pairs) unknown.push('some of its fields are only known at run time');
  return (pairs ?? []).filter(([key]) => !key.startsWith('__'));
}

function fieldOf({ call }: Making, key: string, value: Expr, pydantic: 1 | 2): Stmt {
  if (value.type === 'Tuple' && value.elts.length === 2) {
    const [type, fallback] = value.elts;
    return isNone(type) && pydantic === 1
      ? assigned(call, key, fallback)
      : annotated(call, key, type, fallback);
  }
  return pydantic === 1 ? assigned(call, key, value) : annotated(call, key, value, null);
}

/** `__config__`: a dictionary, or a class in pydantic 1. */
function configured(making: Making, pydantic: 1 | 2): Stmt[] {
  const { call } = making;
  const config = given(making, -1, '__config__');
  if (!config || isNone(config)) return [];
  return pydantic === 1
    ? [classStatement(call, 'Config', { bases: [config], body: [] })]
    : [assigned(call, 'model_config', config)];
}

const documentation = (value: Expr): Stmt => ({
  type: 'Expr',
  value,
  start: value.start,
  end: value.end,
});
