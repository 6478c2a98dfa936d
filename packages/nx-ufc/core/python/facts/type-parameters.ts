import type { TypeParam } from '../ast';
import { asAnnotation, visitExpr } from './expressions';
import { nameSpan } from './name-span';
import { bind, openScope } from './scopes';
import type { Extraction, Place } from './state';
import { ANNOTATION_USE } from './state';
import type { Span } from './types';

/** The place inside the scope of type parameters (PEP 695); the given one when there are none. */
export function typeParameterPlace(
  x: Extraction,
  params: readonly TypeParam[],
  node: Span,
  place: Place,
): Place {
  if (params.length === 0) return place;
  const inner = { ...place, scopeId: openScope(x, 'type_params', place.scopeId, '<type parameters>', node) };
  for (const param of params)
    bind(x, inner.scopeId, param.name, 'other', nameSpan(x.text, param.name, param.start, param.end));
  const types = asAnnotation(inner);
  for (const param of params) {
    if (param.type === 'TypeVar' && param.bound) visitExpr(x, param.bound, types, ANNOTATION_USE);
    if (param.default_value) visitExpr(x, param.default_value, types, ANNOTATION_USE);
  }
  return inner;
}
