import type { Models } from '../../data-models';
import type { View } from '../../endpoints/types';
import type { Placed } from '../types';
import { splitAnnotated } from './annotation';
import { parametersOf, type Parameter } from '../../symbols/signature';
import { leafOf } from '../../python/facts/dotted';
import { memberOf, type Place, type Sym, type Symbols } from '../../symbols/symbols';
import { fieldsOf } from './class-signature';
import { markerOf } from './marker';

/** What a class-based route needs to make its instance. */
export interface ClassDependencies {
  parameters: (Parameter & { place: Place })[];
  depends: Placed[];
  unknown: string[];
}

/**
 * For a method of a class: the parameters of `__init__` and the class attributes that are dependencies, as the decorators that
 * make class-based routes hand them in (`cbv` of fastapi-utils and its copies). Null for a plain function.
 */
export function classDependencies(
  models: Models,
  view: View & { kind: 'function' },
): ClassDependencies | null {
  const { symbols } = models;
  const owner = classAround(symbols, view.place);
  if (!owner) return null;
  const decorators = owner.node.decorator_list.map((one) => leafOf(one.type === 'Call' ? one.func : one));
  const fields = fieldsOf(symbols, owner, 0);
  const isDependency = (field: (typeof fields)[number]) => {
    const { metadata } = splitAnnotated(models, field.place, field.annotation);
    const said = [
      markerOf(symbols, field.place, field.default),
      ...metadata.map((one) => markerOf(symbols, one.place, one.expr)),
    ];
    return said.some((one) => one?.name === 'Depends' || one?.name === 'Security');
  };
  const init = memberOf(symbols, owner, '__init__');
  const own =
    init?.kind === 'function'
      ? parametersOf(init.node.args)
          .slice(1)
          .map((one) => ({ ...one, place: init.place }))
      : [];
  return {
    parameters: [...own, ...fields.filter(isDependency)],
    depends: [],
    unknown: decorators.some((name) => /cbv|controller|resource|router/i.test(name))
      ? []
      : [`${owner.qualname} is made by code that is only known at run time`],
  };
}

/** The class whose body a function stands in directly. */
function classAround(symbols: Symbols, place: Place): (Sym & { kind: 'class' }) | null {
  if (!place.outer || place.qualname === '') return null;
  const name = place.qualname.slice(place.qualname.lastIndexOf('.') + 1);
  const around = place.outer.namespace.names.get(name);
  const found = around?.find(
    (one) => one.kind === 'class' && symbols.namespaces.get(one.node) === place.namespace,
  );
  return found?.kind === 'class'
    ? { kind: 'class', node: found.node, place: place.outer, qualname: place.qualname }
    : null;
}
