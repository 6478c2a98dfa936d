import type { Router } from '../../endpoints/types';
import type { Call, Keyword, Stmt } from '../../python/ast';
import { innerPlace, memberOf, resolveExpr, type Place, type Symbols } from '../../symbols/symbols';

/**
 * The calls that set a router up: the one that makes it and, for a class of the project, the `super().__init__(…)` in its
 * constructor, without what that only hands on.
 */
export function constructorCalls(symbols: Symbols, router: Router): { call: Call; place: Place }[] {
  const made = { call: router.call, place: router.place };
  const callee = resolveExpr(symbols, router.place, router.call.func);
  const init = callee?.kind === 'class' ? memberOf(symbols, callee, '__init__') : null;
  if (init?.kind !== 'function') return [made];
  const place = innerPlace(symbols, init.place, init.node);
  const own = init.node.body.flatMap((statement) => superCall(statement) ?? []);
  const names = new Set([...init.node.args.args, ...init.node.args.kwonlyargs].map((arg) => arg.arg));
  const handedOn = ({ value }: Keyword) => value.type === 'Name' && names.has(value.id);
  return [
    ...own.map((call) => ({
      call: { ...call, keywords: call.keywords.filter((keyword) => !handedOn(keyword)) },
      place,
    })),
    made,
  ];
}

function superCall(statement: Stmt): Call | null {
  if (statement.type !== 'Expr' || statement.value.type !== 'Call') return null;
  const { func } = statement.value;
  if (func.type !== 'Attribute' || func.attr !== '__init__' || func.value.type !== 'Call') return null;
  return func.value.func.type === 'Name' && func.value.func.id === 'super' ? statement.value : null;
}
