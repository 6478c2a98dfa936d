import { argument } from '../endpoints/arguments';
import type { Models } from '../data-models';
import { typeOf } from '../data-models/annotations/annotation';
import { schemaOfDefinition } from '../data-models';
import { NO_ARGUMENTS } from '../data-models/models';
import type { CoreType } from '../data-models/types/core-type';
import { jsonAt } from '../openapi/value';
import type { Placed } from '../openapi/types';
import type { Call } from '../python/ast';
import type { CliParameter } from './types';
import type { Fallback } from './typer-parameters';

type Typed = Pick<CliParameter, 'type' | 'choices' | 'multiple'>;

const SCALARS: Partial<Record<CoreType['kind'], string>> = {
  any: 'text',
  str: 'text',
  int: 'integer',
  float: 'float',
  bool: 'boolean',
  uuid: 'uuid',
  datetime: 'datetime',
  bytes: 'text',
};

/** The type of a parameter of Typer by its annotation, else by its default. */
export function typerType(
  models: Models,
  type: Placed | null,
  fallback: Fallback,
  marker: Call | null,
): Typed {
  if (marker && (argument(marker, -1, 'click_type') || argument(marker, -1, 'parser'))) return { type: null };
  if (marker && isTrue(marker, 'count')) return { type: 'integer range' };
  if (!type) {
    const value = fallback && fallback !== 'factory' ? jsonAt(models, fallback) : undefined;
    if (typeof value === 'boolean') return { type: 'boolean' };
    if (typeof value === 'number') return { type: Number.isInteger(value) ? 'integer' : 'float' };
    return { type: 'text' };
  }
  const found = ofCore(models, typeOf(models, { place: type.place, vars: NO_ARGUMENTS }, type.expr));
  const ranged = marker && (argument(marker, -1, 'min') || argument(marker, -1, 'max'));
  if (ranged && (found.type === 'integer' || found.type === 'float'))
    return { ...found, type: `${found.type} range` };
  if (found.type === 'path' && marker) return { ...found, type: pathType(marker) };
  return found;
}

function ofCore(models: Models, type: CoreType): Typed {
  switch (type.kind) {
    case 'nullable':
    case 'sequence':
    case 'default':
      return ofCore(models, type.inner);
    case 'list':
    case 'set':
    case 'frozenset':
      return { ...ofCore(models, type.items), multiple: true };
    case 'tuple':
      return { type: 'tuple' };
    case 'literal':
      return { type: 'choice', choices: type.values.map((member) => String(member.value)) };
    case 'lax':
      return {
        type: type.updates?.format === 'path' || type.inner.updates?.format === 'path' ? 'path' : null,
      };
    case 'ref': {
      const schema = schemaOfDefinition(models, type.id);
      const values = Array.isArray(schema.enum) ? schema.enum : 'const' in schema ? [schema.const] : null;
      return values ? { type: 'choice', choices: values.map(String) } : { type: null };
    }
    default:
      return { type: SCALARS[type.kind] ?? null };
  }
}

const isTrue = (call: Call, keyword: string): boolean => isConstant(call, keyword, true);

function isConstant(call: Call, keyword: string, wanted: boolean): boolean {
  const given = argument(call, -1, keyword);
  return given?.type === 'Constant' && given.value.kind === 'bool' && given.value.value === wanted;
}

function pathType(marker: Call): string {
  const [noFile, noFolder] = [isConstant(marker, 'file_okay', false), isConstant(marker, 'dir_okay', false)];
  if (noFolder && !noFile) return 'file';
  return noFile && !noFolder ? 'directory' : 'path';
}
