import type { Namespace } from '../../symbols/namespace';
import type { Place } from '../../symbols/symbols';

const places = new WeakMap<Namespace, Place>();

/**
 * A class body as its annotations see it: nested classes, imports and aliases, but not the fields and methods. In
 * `date: date | None = None` the second `date` is the one of the module.
 */
export function annotationPlace(inner: Place): Place {
  const known = places.get(inner.namespace);
  if (known) return known;
  const names: Namespace['names'] = new Map();
  for (const [name, definitions] of inner.namespace.names) {
    const kept = definitions.filter(
      (one) =>
        one.kind === 'class' ||
        one.kind === 'import' ||
        one.kind === 'type_alias' ||
        (one.kind === 'assignment' &&
          one.annotation === null &&
          one.value !== null &&
          isAlias(one.value.type)),
    );
    if (kept.length > 0) names.set(name, kept);
  }
  const place: Place = { ...inner, namespace: { names, stars: inner.namespace.stars } };
  places.set(inner.namespace, place);
  return place;
}

const isAlias = (type: string): boolean =>
  type === 'Name' || type === 'Attribute' || type === 'Subscript' || type === 'BinOp' || type === 'Call';
