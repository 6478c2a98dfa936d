/**
 * Compare the operations of an OpenAPI document that was read off the code with those of a running application: parameters,
 * request bodies, responses and what describes an operation. A difference where the document says `x-ufc-unresolved` is marked,
 * any other is wrong.
 */
/** Stands for what ours does not know. */
const UNKNOWN = '¿';
const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** Counts by kind: { parameters: { equal, marked, wrong }, … }; `report` is called with every difference. */
export function compareOperations(ours, documents, report) {
  const counts = {};
  const count = (kind, verdict, text) => {
    counts[kind] ??= { equal: 0, marked: 0, wrong: 0 };
    counts[kind][verdict]++;
    if (verdict !== 'equal') report(`${verdict}: ${kind}: ${text}`);
  };
  for (const [prefix, theirs] of documents) {
    for (const [path, item] of Object.entries(theirs.paths ?? {})) {
      for (const method of METHODS.filter((one) => item[one])) {
        const name = `${method.toUpperCase()} ${prefix}${path}`;
        const mine = operationAt(ours, prefix + path, method, item[method]);
        if (!mine) {
          count('operations', unresolvedPath(ours, path, method) ? 'marked' : 'wrong', name);
          continue;
        }
        count('operations', 'equal', name);
        compareOne({ ours, mine }, { theirs, operation: item[method] }, name, count);
      }
    }
  }
  return counts;
}

/** The operation at a path; where several applications have one, the one with the same id. */
function operationAt(document, path, method, theirs) {
  const found = document.paths[path]?.[method];
  if (!found) return undefined;
  return (
    [found, ...(found['x-ufc-alternatives'] ?? [])].find(
      (one) => one.operationId.replace(/_\d+$/, '') === theirs.operationId,
    ) ?? found
  );
}

/** Is there a path with a part that is not known and the same end? */
function unresolvedPath(document, path, method) {
  return Object.entries(document.paths).some(
    ([own, item]) =>
      item[method] && own.startsWith('/{unresolved}') && path.endsWith(own.slice('/{unresolved}'.length)),
  );
}

function compareOne({ ours, mine }, { theirs, operation }, name, count) {
  const marked = mine['x-ufc-unresolved'] !== undefined;
  const verdict = (own, other, object) =>
    own === other ? 'equal' : marked || isMarked(object) || matches(own, other) ? 'marked' : 'wrong';
  compareParameters({ ours, mine }, { theirs, operation }, name, count, verdict);
  compareBody({ ours, mine }, { theirs, operation }, name, count, verdict);
  const statuses = new Set([...Object.keys(mine.responses), ...Object.keys(operation.responses)]);
  for (const status of statuses) {
    const own = mine.responses[status];
    const other = operation.responses[status];
    const [a, b] = [
      own ? shapeOfContent(ours, own.content) : 'none',
      other ? shapeOfContent(theirs, other.content) : 'none',
    ];
    const known = (one) => (one ? 'yes' : 'no');
    count(
      'statuses',
      verdict(known(own), known(other), mine.responses),
      `${name} ${status}: ${known(own)} ≠ ${known(other)}`,
    );
    if (own && other) count('contents', verdict(a, b, own), `${name} ${status}: ${a} ≠ ${b}`);
  }
  for (const key of ['tags', 'summary', 'description', 'deprecated', 'operationId', 'security']) {
    // Ids are made unique over all applications of a project by a number at the end.
    const id = key === 'operationId' && mine[key].replace(/_\d+$/, '') === operation[key];
    const own = JSON.stringify((id ? operation[key] : mine[key]) ?? null);
    const other = JSON.stringify(operation[key] ?? null);
    count('descriptions', verdict(own, other, null), `${name} ${key}: ${own} ≠ ${other}`);
  }
}

function compareParameters({ ours, mine }, { theirs, operation }, name, count, verdict) {
  const byKey = (list) => new Map((list ?? []).map((one) => [`${one.in} ${one.name}`, one]));
  const own = byKey(mine.parameters);
  const other = byKey(operation.parameters);
  for (const key of new Set([...own.keys(), ...other.keys()])) {
    const left = own.get(key);
    const right = other.get(key);
    // FastAPI does not declare a name in the path that the handler reads from the request.
    if (!right && left.in === 'path' && !left['x-ufc-source']) continue;
    const said = (document, one) =>
      one ? `${one.required ? 'required ' : ''}${shapeOf(document, one.schema)}` : 'none';
    const [a, b] = [said(ours, left), said(theirs, right)];
    count('parameters', verdict(a, b, left), `${name} ${key}: ${a} ≠ ${b}`);
  }
}

function compareBody({ ours, mine }, { theirs, operation }, name, count, verdict) {
  if (!mine.requestBody && !operation.requestBody) return;
  const said = (document, body) =>
    body ? `${body.required ? 'required ' : ''}${shapeOfContent(document, body.content)}` : 'none';
  const [a, b] = [said(ours, mine.requestBody), said(theirs, operation.requestBody)];
  count('bodies', verdict(a, b, null), `${name}: ${a} ≠ ${b}`);
}

/** Is the rest of a text equal where ours says that a part is not known? */
function matches(own, other) {
  const parts = own.split(UNKNOWN).map((part) => part.replace(/[.*+^${}()|[\]\\]/g, '\\$&'));
  return parts.length > 1 && new RegExp(`^${parts.join('.*')}$`, 's').test(other);
}

function isMarked(value) {
  return value !== undefined && JSON.stringify(value ?? null).includes('x-ufc-unresolved');
}

function shapeOfContent(document, content) {
  return Object.entries(content ?? {})
    .map(([type, { schema }]) => `${type} ${shapeOf(document, schema ?? {}, 1)}`)
    .sort()
    .join(' | ');
}

/** A schema as a text: types, formats, constraints of scalars, names of properties; references are followed some levels. */
function shapeOf(document, schema, levels = 0) {
  if (schema === undefined) return 'none';
  if (schema['x-ufc-unresolved']) return UNKNOWN;
  if (schema.$ref) {
    const name = schema.$ref.slice('#/components/schemas/'.length);
    return shapeOf(document, document.components.schemas[name], levels);
  }
  if (schema.allOf?.length === 1) return shapeOf(document, { ...schema.allOf[0] }, levels);
  const choices = (schema.anyOf ?? schema.oneOf)?.map((one) => shapeOf(document, one, levels));
  if (choices) return choices.includes(UNKNOWN) ? UNKNOWN : [...new Set(choices)].sort().join('/');
  if (schema.enum || 'const' in schema)
    return `enum(${(schema.enum ?? [schema.const]).map(String).sort().join()})`;
  if (schema.properties) {
    if (levels <= 0) return `object(${schema.title ?? ''})`;
    const parts = Object.entries(schema.properties).map(
      ([key, one]) =>
        `${key}${schema.required?.includes(key) ? '' : '?'}:${shapeOf(document, one, levels - 1)}`,
    );
    return `{${parts.sort().join(', ')}}`;
  }
  if (schema.type === 'array') return `[${shapeOf(document, schema.items ?? {}, levels)}]`;
  if (schema.type === 'string' && (schema.format === 'binary' || schema.contentMediaType)) return 'binary';
  const limits = [
    'minimum',
    'maximum',
    'exclusiveMinimum',
    'exclusiveMaximum',
    'minLength',
    'maxLength',
    'pattern',
  ]
    .filter((key) => schema[key] !== undefined)
    .map((key) => ` ${key}=${schema[key]}`);
  const fallback = schema.default === undefined ? '' : ` =${JSON.stringify(schema.default)}`;
  return `${schema.type ?? 'any'}${schema.format ? `:${schema.format}` : ''}${limits.join('')}${fallback}`;
}
