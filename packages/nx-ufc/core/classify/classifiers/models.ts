import type { ClassFact, FileFacts } from '../../python/facts/types';
import type { Classifier, Sighting } from '../sighting';
import { isFrom, seen } from '../sighting';
import { isDataHolder } from './shape';

/** Pydantic models, schemas of marshmallow, tables, dataclasses, attrs classes, TypedDicts and enums. */
export const models: Classifier = {
  id: 'models',
  look(input) {
    const pydantic = subclasses(
      input.facts.classes,
      (resolved) =>
        /(^|\.)(BaseModel|GenericModel|RootModel)$/.test(resolved) && resolved.startsWith('pydantic'),
    );
    const tables = input.facts.calls
      .filter((call) => call.run === 'module' && /^sqlalchemy(\.\w+)*\.Table$/.test(call.resolved ?? ''))
      .map((call) => seen(input, 'table', `${call.callee}()`, call.line));
    const classes = input.facts.classes.flatMap((definition): Sighting[] => {
      const say = (weight: string, kind: string) => [
        seen(input, weight, `${kind} ${definition.name}`, definition.defLine),
      ];
      if (pydantic.has(definition.name)) return say('pydantic-model', 'pydantic model');
      if (isSerializer(definition)) return say('serializer', 'schema');
      if (isTable(input, definition)) return say('table', 'table');
      if (hasBase(definition, /(^|\.)(TypedDict|NamedTuple)$/)) return say('typed-dict', 'record');
      if (hasBase(definition, /(^|\.)(Enum|IntEnum|StrEnum|Flag|IntFlag)$/)) return say('enum', 'enum');
      const decorated = definition.decorators.some((decorator) =>
        /(^|\.)(dataclass|attrs|define|frozen|mutable|s)$/.test(decorator.resolved ?? decorator.name),
      );
      return decorated && isDataHolder(input.facts, definition) ? say('dataclass', 'dataclass') : [];
    });
    return [...tables, ...classes];
  },
};

/** Schemas of marshmallow, those of an extension's own object among them (https://flask-marshmallow.readthedocs.io). */
function isSerializer({ bases }: ClassFact): boolean {
  return bases.some(
    ({ name, resolved }) =>
      /^(flask_)?marshmallow\b.*Schema$|^apiflask\.Schema$/.test(resolved ?? '') ||
      /\bma\.(\w+\.)?(SQLAlchemy(Auto)?)?Schema$/.test(name),
  );
}

function isTable(input: Parameters<Classifier['look']>[0], definition: ClassFact): boolean {
  const { facts, blueprint } = input;
  if (definition.bases.some((base) => isFrom(blueprint, 'orm', base.resolved))) return true;
  const fields = definition.fields.map((index) => facts.assignments[index]);
  if (hasColumnsOf(facts, definition)) return true;
  return fields.some(
    (field) =>
      field.target === '__tablename__' ||
      (field.value?.kind === 'call' && isFrom(blueprint, 'orm', facts.calls[field.value.call].resolved)),
  );
}

/** `class User(db.Model): id = db.Column(…)`, whatever made `db` (https://flask-sqlalchemy.readthedocs.io/en/stable/models/). */
function hasColumnsOf({ assignments, calls }: FileFacts, definition: ClassFact): boolean {
  const owners = definition.bases.flatMap(({ name }) => /^(.+)\.Model$/.exec(name)?.[1] ?? []);
  return definition.fields.some((index) => {
    const { value } = assignments[index];
    const [, owner = '', made = ''] =
      (value?.kind === 'call' && /^(.+)\.(\w+)$/.exec(calls[value.call].callee)) || [];
    return owners.includes(owner) && /^(Column|relationship|mapped_column|backref)$/.test(made);
  });
}

function hasBase(definition: ClassFact, pattern: RegExp): boolean {
  return definition.bases.some((base) => pattern.test(base.resolved ?? base.name));
}

/** Names of classes with such a base, and of the classes of this file that inherit from them. */
function subclasses(classes: readonly ClassFact[], isBase: (resolved: string) => boolean): Set<string> {
  const found = new Set<string>();
  let before = -1;
  while (found.size !== before) {
    before = found.size;
    for (const definition of classes) {
      if (
        definition.bases.some((base) =>
          base.resolved !== null ? isBase(base.resolved) : found.has(base.name),
        )
      )
        found.add(definition.name);
    }
  }
  return found;
}
