import { parseExpressionText } from '../../python';
import type { Expr } from '../../python/ast';
import { leafOf } from '../../python/facts/dotted';
import { qualifiedName, resolveExpr } from '../../symbols/symbols';
import { typeVarCall } from '../classes/type-parameters';
import type { Models, Scope } from '../models';
import { canonicalName } from '../types/canonical-name';
import { operandsOf } from './union';

const NAMES: Record<string, string> = {
  'typing.List': 'List',
  'typing.Dict': 'Dict',
};

/** A type as pydantic prints it in the name of a parametrised class: `int`, `list[Item]`, `Union[int, NoneType]`. */
export function displayOf(models: Models, scope: Scope, expr: Expr): string {
  const show = (part: Expr) => displayOf(models, scope, part);
  switch (expr.type) {
    case 'Constant': {
      if (expr.value.kind === 'none') return 'NoneType';
      if (expr.value.kind === 'ellipsis') return '...';
      const parsed = expr.value.kind === 'str' ? parseExpressionText(expr.value.value.trim()) : null;
      return parsed ? show(parsed) : '?';
    }
    case 'BinOp':
      return `Union[${operandsOf(expr).map(show).join(', ')}]`;
    case 'Subscript':
      return displaySubscript(models, scope, expr);
    // Metadata is shown by its class.
    case 'Call':
      return leafOf(expr.func) === 'Field' ? 'FieldInfo' : leafOf(expr.func) || '?';
    case 'Name':
    case 'Attribute':
      return displayName(models, scope, expr);
    default:
      return '?';
  }
}

function displayName(models: Models, scope: Scope, expr: Expr): string {
  const own = expr.type === 'Name' ? scope.vars.get(expr.id) : undefined;
  if (own) return own.display;
  const symbol = resolveExpr(models.symbols, scope.place, expr);
  if (symbol?.kind === 'variable') {
    const argument = scope.vars.get(qualifiedName(symbol));
    if (argument) return argument.display;
    if (symbol.value && symbol.value.type !== 'Call' && !symbol.ambiguous)
      return displayOf(models, { place: symbol.place, vars: scope.vars }, symbol.value);
    return typeVarCall(models, symbol) ? `~${symbol.name}` : symbol.name;
  }
  if (symbol?.kind === 'class') return symbol.qualname;
  if (symbol?.kind === 'external') {
    const name = canonicalName(symbol.name);
    return NAMES[name] ?? name.slice(name.lastIndexOf('.') + 1);
  }
  return leafOf(expr);
}

function displaySubscript(models: Models, scope: Scope, expr: Expr & { type: 'Subscript' }): string {
  const args = expr.slice.type === 'Tuple' ? expr.slice.elts : [expr.slice];
  const head = displayName(models, scope, expr.value);
  if (head === 'Literal') return `Literal[${args.map(literalText).join(', ')}]`;
  const shown = args.map((part) => displayOf(models, scope, part));
  if (head === 'Optional') return `Union[${shown.join(', ')}, NoneType]`;
  return `${head}[${shown.join(', ')}]`;
}

function literalText(expr: Expr): string {
  if (expr.type !== 'Constant') return '?';
  const { value } = expr;
  if (value.kind === 'str') return `'${value.value}'`;
  if (value.kind === 'bool') return value.value ? 'True' : 'False';
  return value.kind === 'int' ? String(value.value) : 'None';
}
