import type { Models } from '../../data-models';
import { unwrap } from '../../data-models/annotations/annotated';
import { NO_ARGUMENTS } from '../../data-models/models';
import type { Expr } from '../../python/ast';
import { resolveExpr, type Place } from '../../symbols/symbols';
import type { Placed } from '../types';

export interface Annotation {
  /** The type itself; null when there is no annotation. */
  type: Placed | null;
  /** What `Annotated` says beside the type, outermost last. */
  metadata: Placed[];
}

const MAX_ALIASES = 10;

/** An annotation without its `Annotated`, which may stand in an alias (`SessionDep = Annotated[…]`, `type X = …`) or text. */
export function splitAnnotated(models: Models, place: Place, annotation: Expr | null, hops = 0): Annotation {
  if (!annotation) return { type: null, metadata: [] };
  const symbol = resolveExpr(models.symbols, place, annotation);
  if (symbol?.kind === 'type_alias' && symbol.node.type_params.length === 0 && hops < MAX_ALIASES)
    return splitAnnotated(models, symbol.place, symbol.node.value, hops + 1);
  const inner = unwrap(models, { place, vars: NO_ARGUMENTS }, annotation);
  return {
    type: { expr: inner.expr, place: inner.scope.place },
    metadata: inner.metadata.map(({ expr, scope }) => ({ expr, place: scope.place })),
  };
}
