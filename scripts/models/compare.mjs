/**
 * Compare a schema that was read off the code with the one that pydantic gives. Normalised is only presentation: where definitions
 * are placed (every `$ref` is the dotted name of its class), the order of keys, of `required`, `anyOf` and `enum` (`typing` gives
 * back the first of equal unions and literals that was made in the process), and keys beside a `$ref` that repeat what the definition says. Whatever is marked `x-ufc-unresolved` is left out, and counted.
 */
const MARK = 'x-ufc-unresolved';
const NAMED = new Set(['properties', 'patternProperties']);
const DATA = new Set(['default', 'const', 'enum', 'examples']);

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Schemas by dotted name, from one answer of `model_json_schema()`. */
export function definitionsOf(id, answer) {
  const { $defs = {}, names = {}, ...own } = answer;
  const byName = new Map(Object.entries(names));
  const rename = (schema) => renamed(schema, byName, $defs);
  const found = new Map();
  for (const [name, schema] of Object.entries($defs)) found.set(byName.get(name) ?? name, rename(schema));
  const root = typeof own.$ref === 'string' && Object.keys(own).length === 1 ? null : rename(own);
  if (root && !found.has(id)) found.set(id, root);
  return found;
}

const OF_PYDANTIC = new Set(['pydantic.types.JsonValue', 'pydantic.main.BaseModel']);

function renamed(value, names, definitions, named = false) {
  if (Array.isArray(value)) return value.map((item) => renamed(item, names, definitions));
  if (!isObject(value)) return value;
  const result = {};
  for (const [key, part] of Object.entries(value)) {
    if (!named && key === '$ref' && typeof part === 'string') {
      const target = part.split('/').pop();
      const id = names.get(target) ?? target;
      if (OF_PYDANTIC.has(id)) Object.assign(result, definitions[target]);
      else result.$ref = id;
    } else if (!named && key === 'items' && Array.isArray(part)) {
      // pydantic 1 writes Draft 7.
      result.prefixItems = renamed(part, names, definitions);
    } else if (!named && DATA.has(key)) result[key] = part;
    else if (!named && key === 'mapping' && isObject(part))
      result[key] = Object.fromEntries(
        Object.entries(part).map(([tag, ref]) => {
          const target = typeof ref === 'string' ? ref.split('/').pop() : ref;
          return [tag, names.get(target) ?? target];
        }),
      );
    else result[key] = renamed(part, names, definitions, !named && NAMED.has(key));
  }
  return result;
}

/**
 * @param find schema of a definition by its id, on the side of pydantic
 * @param failed has pydantic no schema of this definition? A union leaves such a choice out.
 * @returns {{ differences: string[], marks: string[] }} differences as `path: ours ≠ theirs`
 */
export function compareSchemas(ours, theirs, find, failed = () => false) {
  const result = { differences: [], marks: [], failed };
  visit(ours, theirs, '', result, find, false);
  return result;
}

function visit(ours, theirs, path, result, find, named) {
  if (isObject(ours) && isObject(theirs)) return visitObject(ours, theirs, path, result, find, named);
  if (isObject(ours) && MARK in ours) return void result.marks.push(`${path || '/'}: ${ours[MARK]}`);
  const [a, b] = /\/(required|anyOf|enum)$/.test(path) ? [sorted(ours), sorted(theirs)] : [ours, theirs];
  if (Array.isArray(a) && Array.isArray(b)) {
    if (path.endsWith('/anyOf') && a.some((one) => isMarked(one) || result.failed(one?.$ref)))
      return visitChoices(a, b, path, result);
    if (a.length !== b.length) return void result.differences.push(`${path}: ${show(a)} ≠ ${show(b)}`);
    a.forEach((item, i) => visit(item, b[i], `${path}/${i}`, result, find, false));
  } else if (show(a) !== show(b)) result.differences.push(`${path}: ${show(a)} ≠ ${show(b)}`);
}

const isMarked = (value) => isObject(value) && MARK in value;

/**
 * A choice that is not known may be any of theirs, or none: pydantic leaves choices without a schema out. A name that is bound more than
 * once may stand for several of them.
 */
function visitChoices(ours, theirs, path, result) {
  const known = ours.filter((one) => !isMarked(one) && !result.failed(one?.$ref));
  for (const one of ours.filter(isMarked)) result.marks.push(`${path}: ${one[MARK]}`);
  const missing = known.filter((one) => !theirs.some((other) => show(other) === show(one) || holdsMark(one)));
  const several = ours.some((one) => isMarked(one) && one[MARK].endsWith('is bound more than once'));
  if (missing.length > 0 || (theirs.length > ours.length && !several))
    result.differences.push(`${path}: ${show(ours)} ≠ ${show(theirs)}`);
}

const holdsMark = (value) => JSON.stringify(value).includes(`"${MARK}"`);

function visitObject(given, expected, path, result, find, named) {
  const ours = named ? given : withoutRepeats(given, find);
  const theirs = named ? expected : withoutRepeats(expected, find);
  const ignored = new Set();
  // With one choice left, pydantic writes that one alone.
  if (!named && !('anyOf' in theirs) && Array.isArray(ours.anyOf) && ours.anyOf.some(isMarked))
    return void result.marks.push(...ours.anyOf.filter(isMarked).map((one) => `${path}: ${one[MARK]}`));
  if (!named && typeof ours[MARK] === 'string') {
    result.marks.push(`${path || '/'}: ${ours[MARK]}`);
    if (!ours[MARK].startsWith('default: ')) return;
    ignored.add('default');
  }
  if (!named && !('anyOf' in theirs) && Array.isArray(ours.anyOf)) {
    const left = ours.anyOf.filter((one) => !result.failed(one.$ref));
    if (left.length === 1 && ours.anyOf.length > 1) {
      const rest = Object.fromEntries(Object.entries(ours).filter(([key]) => key !== 'anyOf'));
      return visitObject({ ...rest, ...left[0] }, theirs, path, result, find, named);
    }
  }
  for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    if (key === MARK || ignored.has(key)) continue;
    const at = `${path}/${key}`;
    if (!(key in ours)) result.differences.push(`${at}: missing ${show(theirs[key])}`);
    else if (!(key in theirs)) result.differences.push(`${at}: extra ${show(ours[key])}`);
    else visit(ours[key], theirs[key], at, result, find, !named && NAMED.has(key));
  }
}

function withoutRepeats(schema, find) {
  if (typeof schema.$ref !== 'string') return schema;
  const target = find(schema.$ref);
  if (!target) return schema;
  return Object.fromEntries(
    Object.entries(schema).filter(([key, value]) => key === '$ref' || show(target[key]) !== show(value)),
  );
}

const sorted = (value) =>
  Array.isArray(value) ? [...value].sort((a, b) => (show(a) < show(b) ? -1 : 1)) : value;
const ordered = (value) =>
  Array.isArray(value)
    ? value.map(ordered)
    : isObject(value)
      ? Object.fromEntries(
          Object.keys(value)
            .sort()
            .map((key) => [key, ordered(value[key])]),
        )
      : value;
const show = (value) => (value === undefined ? 'undefined' : JSON.stringify(ordered(value)));
