import { isObject } from '../json';
import { schemaOfDefinition, type Models } from '../models';
import { unresolved, type CoreType } from '../types/core-type';

/**
 * A union that a property tells apart: the choices by the constants that the property has in each of them. A discriminator that is
 * a function (`""`) leaves the choices to their tags, which do not show.
 */
export function discriminated(models: Models, type: CoreType, property: string): CoreType {
  if (type.kind === 'nullable') return { ...type, inner: discriminated(models, type.inner, property) };
  if (type.kind === 'unresolved') return type;
  if (property === '') return taggedChoices(type);
  const found = choicesOf(models, type, property);
  if (typeof found === 'string') return unresolved(found);
  const first = found[0]?.property ?? property;
  return {
    kind: 'tagged-union',
    discriminator: first,
    choices: found.map((one) => ({ tag: one.tag, type: one.type })),
    ...(type.updates ? { updates: type.updates } : {}),
  };
}

function taggedChoices(type: CoreType): CoreType {
  if (type.kind !== 'union') return unresolved('a discriminator of something that is no union');
  const choices = type.choices.map((choice) => ({ tag: choice.tag ?? '', type: choice }));
  if (choices.some((choice) => choice.tag === '')) return unresolved('a choice without a tag');
  return { kind: 'tagged-union', discriminator: '', choices };
}

interface Choice {
  tag: string;
  type: CoreType;
  property: string;
}

function choicesOf(models: Models, type: CoreType, property: string): Choice[] | string {
  switch (type.kind) {
    case 'union': {
      const all: Choice[] = [];
      for (const choice of type.choices) {
        const found = choicesOf(models, choice, property);
        if (typeof found === 'string') return found;
        all.push(...found);
      }
      return all;
    }
    case 'tagged-union':
      if (type.discriminator === property)
        return type.choices.map((one) => ({ ...one, property: type.discriminator }));
      return 'unions of different discriminators';
    case 'function':
    case 'default':
    case 'definition':
      return choicesOf(models, type.inner, property);
    case 'ref':
      return tagsOf(models, type, property);
    default:
      return 'a choice of a discriminated union is not a model';
  }
}

/** The constants of the property in a model's schema; the property may have an alias there. */
function tagsOf(models: Models, type: CoreType & { kind: 'ref' }, property: string): Choice[] | string {
  const definition = models.definitions.get(type.id)!;
  const schema = schemaOfDefinition(models, type.id);
  if (definition.kind === 'type_alias') return aliasTags(models, schema, type, property);
  const properties = isObject(schema.properties) ? schema.properties : {};
  const key = Object.hasOwn(properties, property) ? property : null;
  const found = key === null ? undefined : properties[key];
  if (!isObject(found)) return `${definition.name} has no property ${property}`;
  const values = 'const' in found ? [found.const] : Array.isArray(found.enum) ? found.enum : null;
  if (values === null) return `${property} of ${definition.name} is no literal`;
  return values.map((value) => ({ tag: String(value), type, property }));
}

function aliasTags(
  models: Models,
  schema: ReturnType<typeof schemaOfDefinition>,
  type: CoreType & { kind: 'ref' },
  property: string,
): Choice[] | string {
  const target = typeof schema.$ref === 'string' ? schema.$ref : null;
  if (target === null) return `${type.display} is an alias of a union`;
  return tagsOf(models, { kind: 'ref', id: target, display: type.display }, property);
}
