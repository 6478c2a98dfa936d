import type { Expr } from '../../python/ast';
import { unwrap } from '../annotations/annotated';
import { bodyScope, type Ancestor } from '../classes/lineage';
import { membersOf } from '../classes/members';
import { isPrivate, pydanticInfo } from '../fields/assigned';
import type { FieldInfo } from '../fields/field-info';
import { fieldOf } from '../fields/field-of';
import { serialisedType, type SerializerOutput } from '../fields/serializer-output';
import { isOutput, type Models, type Scope } from '../models';
import { ANY, type CoreType } from '../types/core-type';
import { fieldSerializers } from './serializers';
import { schemaValidators, type SchemaValidator } from './validators';

/** A field of a model as its class and its ancestors declare it. */
export interface Field {
  name: string;
  /** Constraints and validators applied, the default not. */
  type: CoreType;
  info: FieldInfo;
  /** The string below the field. */
  docstring: string | null;
  /** A test decides whether it is there. */
  uncertain: boolean;
}

/** A field as a class body declares it. */
export interface Declared {
  annotation: Expr;
  value: Expr | null;
  scope: Scope;
  docstring: string | null;
  uncertain: boolean;
}

/** The fields of a model in the order of its schema. */
export function modelFields(models: Models, lineage: readonly Ancestor[]): Field[] {
  const declared = declaredFields(models, lineage);
  const validators = isOutput(models) ? [] : schemaValidators(models, lineage);
  const serializers = isOutput(models) ? fieldSerializers(models, lineage) : [];
  return [...declared].flatMap(([name, one]) => {
    const field = readField(models, name, one, validators);
    if (!field) return [];
    const serializer = serializers.findLast(({ fields }) => fields.includes(name) || fields.includes('*'));
    return [serializer ? serialisedField(field, serializer) : field];
  });
}

/** A field whose serializer is around its default, which then does not show. */
function serialisedField(field: Field, output: SerializerOutput): Field {
  const hasDefault = field.info.default.kind === 'value';
  const info = hasDefault ? { ...field.info, default: { kind: 'factory' as const } } : field.info;
  return { ...field, info, type: serialisedType(field.type, output) };
}

/** Annotations of the classes from the oldest ancestor on: a later one takes the place of an earlier one. */
export function declaredFields(models: Models, lineage: readonly Ancestor[]): Map<string, Declared> {
  const found = new Map<string, Declared>();
  for (const ancestor of [...lineage].reverse()) {
    if (ancestor.kind !== 'class') continue;
    const scope = bodyScope(models, ancestor);
    const members = membersOf(models, ancestor.symbol);
    members.forEach(({ statement, certain }, i) => {
      if (statement.type !== 'AnnAssign' || statement.target.type !== 'Name') return;
      const { id } = statement.target;
      if (id.startsWith('_') || id === 'model_config') return;
      const after = members[i + 1]?.statement;
      found.set(id, {
        annotation: statement.annotation,
        value: statement.value,
        scope,
        docstring:
          after?.type === 'Expr' && after.value.type === 'Constant' && after.value.value.kind === 'str'
            ? after.value.value.value
            : null,
        uncertain: !certain,
      });
    });
  }
  return found;
}

function readField(
  models: Models,
  name: string,
  declared: Declared,
  validators: readonly SchemaValidator[],
): Field | null {
  const { scope, annotation, value, docstring, uncertain } = declared;
  const inner = unwrap(models, scope, annotation);
  if (inner.qualifiers.has('typing.ClassVar')) return null;
  if (inner.qualifiers.has('typing.Final') && value !== null) return null;
  if (value !== null && isPrivate(models, scope, value)) return null;
  const assigned = value === null ? null : pydanticInfo(models, scope, value);
  const inputs = validators
    .filter((one) => one.fields.includes(name) || one.fields.includes('*'))
    .map((one) => one.input ?? ANY);
  return { name, ...fieldOf(models, inner, assigned, inputs), docstring, uncertain };
}
