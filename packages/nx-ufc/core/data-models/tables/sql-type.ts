import type { Call, Expr } from '../../python/ast';
import { resolveExpr, type Place, type Sym } from '../../symbols/symbols';
import { typeOfSymbol } from '../annotations/annotation';
import { assignedIn } from '../classes/members';
import { kindOfClass } from '../classes/kind';
import { bodyScope, lineageOf } from '../classes/lineage';
import { UNRESOLVED, type Json, type JsonSchema } from '../json';
import { NO_ARGUMENTS, type Models } from '../models';
import { toJsonSchema } from '../types/to-json';
import { constantOf } from '../values/constant';
import { sqlalchemyName } from './external';

/** A type of SQLAlchemy: as it is written, and what a value of it is in JSON. */
export interface SqlType {
  /** `String(50)` */
  text: string;
  schema: JsonSchema;
}

const BY_NAME: [RegExp, JsonSchema][] = [
  [/^(Big|Small)?Integer$|^(BIG|SMALL|TINY|MEDIUM)?INT(EGER)?$|^(BIG|SMALL)?SERIAL$/, { type: 'integer' }],
  [
    /^(String|Text|Unicode|UnicodeText|N?VARCHAR2?|N?CHAR|TEXT|CLOB|CITEXT|(TINY|MEDIUM|LONG)TEXT|INET|CIDR|MACADDR|TSVECTOR)$/,
    { type: 'string' },
  ],
  [/^(Boolean|BOOLEAN|BIT|TINYBOOL)$/, { type: 'boolean' }],
  [/^(Float|FLOAT|REAL|Double|DOUBLE|DOUBLE_PRECISION|Numeric|NUMERIC|DECIMAL|MONEY)$/, { type: 'number' }],
  [/^(DateTime|DATETIME|DATETIME2|TIMESTAMP)$/, { type: 'string', format: 'date-time' }],
  [/^(Date|DATE)$/, { type: 'string', format: 'date' }],
  [/^(Time|TIME)$/, { type: 'string', format: 'time' }],
  [/^(Interval|INTERVAL)$/, { type: 'string', format: 'duration' }],
  [
    /^(LargeBinary|BLOB|BYTEA|BINARY|VARBINARY|(TINY|MEDIUM|LONG)BLOB)$/,
    { type: 'string', contentEncoding: 'base64' },
  ],
  [/^(UUID|Uuid|UNIQUEIDENTIFIER)$/, { type: 'string', format: 'uuid' }],
  [/^(JSON|JSONB|PickleType|NullType|HSTORE)$/, {}],
];
const MAX_DEPTH = 10;

/** What a type expression of a column means. */
export function sqlTypeOf(models: Models, place: Place, expr: Expr, depth = 0): SqlType {
  const source = models.symbols.project.sources.get(place.info.path)!.text;
  const text = source.slice(expr.start, expr.end).replace(/\s+/g, ' ');
  const call = expr.type === 'Call' ? expr : null;
  const head = call ? call.func : expr;
  const leaf = sqlalchemyName(models, place, head);
  if (leaf !== null) return knownType(models, place, leaf, call, text);
  const symbol = resolveExpr(models.symbols, place, head);
  if (depth < MAX_DEPTH && symbol) {
    const found = follow(models, symbol, call, depth);
    if (found) return found;
  }
  return { text, schema: { [UNRESOLVED]: `${text} is a column type that is not known` } };
}

/** A name for a type, a function that returns one, or a `TypeDecorator` of the project, which is stored as its `impl`. */
function follow(models: Models, symbol: Sym, call: Call | null, depth: number): SqlType | null {
  if (symbol.kind === 'variable' && symbol.value && !symbol.ambiguous && !call)
    return sqlTypeOf(models, symbol.place, symbol.value, depth + 1);
  if (symbol.kind !== 'class') return null;
  for (const ancestor of lineageOf(models, symbol, NO_ARGUMENTS)) {
    if (ancestor.kind !== 'class') continue;
    const impl = assignedIn(models, ancestor.symbol, 'impl');
    if (!impl) continue;
    const scope = bodyScope(models, ancestor);
    const stored = sqlTypeOf(models, scope.place, impl, depth + 1);
    // What the decorator makes of the stored value only running code could tell.
    return {
      text: symbol.node.name,
      schema: { [UNRESOLVED]: `${symbol.node.name} converts ${stored.text}` },
    };
  }
  return null;
}

function knownType(models: Models, place: Place, leaf: string, call: Call | null, text: string): SqlType {
  const first = call?.args[0];
  if (leaf === 'Enum' || leaf === 'ENUM') return enumType(models, place, call);
  if (leaf === 'ARRAY') {
    const item = first ? sqlTypeOf(models, place, first) : null;
    return { text: `ARRAY(${item?.text ?? ''})`, schema: { type: 'array', items: item?.schema ?? {} } };
  }
  const found = BY_NAME.find(([pattern]) => pattern.test(leaf));
  if (!found) return { text: leaf, schema: { [UNRESOLVED]: `${text} is a column type that is not known` } };
  const schema = { ...found[1] };
  const length = lengthOf(models, place, call);
  if (schema.type === 'string' && length !== null && !('format' in schema) && !('contentEncoding' in schema))
    schema.maxLength = length;
  return { text: length !== null && schema.type === 'string' ? `${leaf}(${length})` : leaf, schema };
}

function lengthOf(models: Models, place: Place, call: Call | null): number | null {
  const given = call?.args[0] ?? call?.keywords.find((one) => one.arg === 'length')?.value;
  const constant = given ? constantOf(models, place, given) : null;
  return constant?.known && typeof constant.json === 'number' ? constant.json : null;
}

function enumType(models: Models, place: Place, call: Call | null): SqlType {
  const first = call?.args[0];
  const symbol = first ? resolveExpr(models.symbols, place, first) : null;
  if (symbol?.kind === 'class' && kindOfClass(models, symbol)?.kind === 'enum')
    return {
      text: `Enum(${symbol.node.name})`,
      schema: toJsonSchema(typeOfSymbol(models, { place, vars: NO_ARGUMENTS }, symbol)),
    };
  const values: Json[] = [];
  for (const arg of call?.args ?? []) {
    const constant = constantOf(models, place, arg);
    if (!constant.known) return { text: 'Enum', schema: { [UNRESOLVED]: `Enum: ${constant.reason}` } };
    values.push(constant.json);
  }
  return { text: 'Enum', schema: values.length > 0 ? { enum: values, type: 'string' } : { type: 'string' } };
}
