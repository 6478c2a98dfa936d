import { parseExpressionText } from '../../python';
import type { Expr } from '../../python/ast';
import { dottedText } from '../../python/facts/dotted';
import { resolveExpr, type Sym } from '../../symbols/symbols';
import { classType } from '../classes/class-type';
import { isOutput, type Models, type Scope } from '../models';
import { canonicalName } from '../types/canonical-name';
import { unresolved, type CoreType } from '../types/core-type';
import { SENT_TYPES, SPECIAL_TYPES } from '../types/special-types';
import { aliasType } from './alias';
import { constructedType } from './constructed';
import { genericType } from './generic';
import { unionType } from './union';

const MAX_DEPTH = 60;
let depth = 0;

/**
 * The type that an annotation means where it stands; strings are forward references. Models are made known to `models` and
 * referred to by id. What cannot be known has a kind of its own, with the reason.
 */
export function typeOf(models: Models, scope: Scope, expr: Expr): CoreType {
  if (depth >= MAX_DEPTH) return unresolved('nested too deeply');
  depth++;
  try {
    return read(models, scope, expr);
  } finally {
    depth--;
  }
}

function read(models: Models, scope: Scope, expr: Expr): CoreType {
  switch (expr.type) {
    case 'Constant':
      if (expr.value.kind === 'none') return { kind: 'none' };
      if (expr.value.kind === 'str') return forwardReference(models, scope, expr.value.value);
      return unresolved('no type');
    case 'Name':
    case 'Attribute':
      return namedType(models, scope, expr);
    case 'Subscript':
      return genericType(models, scope, expr);
    case 'BinOp':
      return expr.op === 'BitOr' ? unionType(models, scope, expr) : unresolved('a computed type');
    case 'Call':
      return constructedType(models, scope, expr);
    default:
      return unresolved(`a type that is computed (${expr.type})`);
  }
}

function forwardReference(models: Models, scope: Scope, text: string): CoreType {
  const parsed = parseExpressionText(text.trim());
  return parsed ? typeOf(models, scope, parsed) : unresolved('a forward reference that does not parse');
}

function namedType(models: Models, scope: Scope, expr: Expr): CoreType {
  if (expr.type === 'Name') {
    const argument = scope.vars.get(expr.id);
    if (argument) return argument.type;
  }
  const symbol = resolveExpr(models.symbols, scope.place, expr);
  if (symbol) return typeOfSymbol(models, scope, symbol);
  const name = dottedText(expr);
  return specialType(models, `builtins.${name}`) ?? unresolved(`${name} is not known here`);
}

/** The type that a symbol means without arguments. */
export function typeOfSymbol(models: Models, scope: Scope, symbol: Sym): CoreType {
  switch (symbol.kind) {
    case 'external':
      return (
        specialType(models, canonicalName(symbol.name)) ??
        unresolved(`${symbol.name} is a type of another package`)
      );
    case 'class':
      return classType(models, symbol, new Map());
    case 'variable':
    case 'type_alias':
      return aliasType(models, scope, symbol, []);
    default:
      return unresolved(`a ${symbol.kind} is no type`);
  }
}

function specialType(models: Models, name: string): CoreType | undefined {
  if (isOutput(models) && Object.hasOwn(SENT_TYPES, name)) return SENT_TYPES[name];
  return Object.hasOwn(SPECIAL_TYPES, name) ? SPECIAL_TYPES[name] : undefined;
}
