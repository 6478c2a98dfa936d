import type { Expr } from '../../python/ast';
import { resolveExpr } from '../../symbols/symbols';
import { canonicalName } from '../types/canonical-name';
import type { Models, Scope } from '../models';
import { unresolved, type CoreType, type LiteralMember } from '../types/core-type';
import { constantOf } from '../values/constant';

/** The type of `Literal[…]`; literals inside of it melt in, a value twice counts once. */
export function literalType(models: Models, scope: Scope, args: Expr[]): CoreType {
  const values: LiteralMember[] = [];
  for (const arg of args) {
    const members = membersOf(models, scope, arg);
    if (typeof members === 'string') return unresolved(members);
    for (const member of members)
      if (!values.some((known) => known.value === member.value && known.type === member.type))
        values.push(member);
  }
  return { kind: 'literal', values };
}

function membersOf(models: Models, scope: Scope, expr: Expr): LiteralMember[] | string {
  if (expr.type === 'Subscript') {
    const args = expr.slice.type === 'Tuple' ? expr.slice.elts : [expr.slice];
    const nested = literalType(models, scope, args);
    return nested.kind === 'literal' ? nested.values : 'a literal that is not known';
  }
  if (expr.type === 'Name' || expr.type === 'Attribute') {
    const symbol = resolveExpr(models.symbols, scope.place, expr);
    if (symbol?.kind === 'variable' && symbol.value?.type === 'Subscript') {
      const head = resolveExpr(models.symbols, symbol.place, symbol.value.value);
      if (head?.kind === 'external' && canonicalName(head.name) === 'typing.Literal')
        return membersOf(models, { place: symbol.place, vars: scope.vars }, symbol.value);
    }
  }
  const constant = constantOf(models, scope.place, expr);
  if (!constant.known) return constant.reason;
  const { json, type, member } = constant;
  if (type === 'other') return 'a literal that is no constant';
  return [{ value: json, type, ...(member ? { member } : {}) }];
}
