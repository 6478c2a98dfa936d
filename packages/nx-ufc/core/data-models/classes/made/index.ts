import { leafOf } from '../../../python/facts/dotted';
import { resolveExpr, type Place } from '../../../symbols/symbols';
import type { Call } from '../../../python/ast';
import { cached, type ClassSymbol, type Models } from '../../models';
import { canonicalName, isV1Name } from '../../types/canonical-name';
import { createdModel } from './created-model';
import { attrsClass, dataClass } from './data-class';
import { enumeration, makesEnum } from './enumeration';
import type { Made } from './made';
import { namedTuple, plainNamedTuple } from './named-tuple';
import { given, textOf, type Making } from './reading';
import { typedDict } from './typed-dict';

type Make = (making: Making, name: string) => Made;

const ENUM = /^enum\.(Int|Str|Repr)?(Enum|Flag)$/;
const MAKES: Record<string, Make> = {
  'typing.TypedDict': typedDict,
  'typing.NamedTuple': namedTuple,
  'collections.namedtuple': plainNamedTuple,
  'dataclasses.make_dataclass': dataClass,
  'attr.make_class': attrsClass,
  'attrs.make_class': attrsClass,
};

/** The class that a call makes: `TypedDict("X", …)`, `create_model("X", …)`; null for any other call. */
export function madeByCall(models: Models, place: Place, call: Call): Made | null {
  return cached(models, call, 'made', () => {
    // The name of what is called may be the very one that the call is assigned to.
    if (models.making.has(call)) return null;
    models.making.add(call);
    try {
      return make(models, place, call);
    } finally {
      models.making.delete(call);
    }
  });
}

function make(models: Models, place: Place, call: Call): Made | null {
  const how = makerOf(models, place, call);
  if (!how || call.args.some((one) => one.type === 'Starred')) return null;
  const making: Making = { models, place, call };
  const label = given(
    making,
    0,
    'typename',
    'cls_name',
    'class_name',
    'name',
    'model_name',
    '__model_name',
    'value',
  );
  const name = textOf(making, label);
  const made = how(making, name ?? (leafOf(call.func) || 'Unknown'));
  if (name === null) made.unknown.push('the name of the class is only known at run time');
  if (made.unknown.length > 0) models.unknownOf.set(made.node, made.unknown);
  return made;
}

function makerOf(models: Models, place: Place, call: Call): Make | null {
  const callee = resolveExpr(models.symbols, place, call.func);
  if (callee?.kind !== 'external') return null;
  const name = canonicalName(callee.name);
  if (ENUM.test(name)) return makesEnum(call) ? enumeration : null;
  if (name === 'pydantic.create_model') {
    const version = isV1Name(callee.name) ? 1 : models.options.pydantic;
    return (making, title) => createdModel(making, title, version);
  }
  return Object.hasOwn(MAKES, name) ? MAKES[name] : null;
}

/** Like `madeByCall`, as a symbol under the name that the call gives. */
export function madeClass(models: Models, place: Place, call: Call): ClassSymbol | null {
  const node = madeByCall(models, place, call)?.node;
  if (!node) return null;
  const qualname = place.qualname === '' ? node.name : `${place.qualname}.${node.name}`;
  return { kind: 'class', node, place, qualname };
}
