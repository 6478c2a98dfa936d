/** Compare the properties of a schema with the attributes that attrs made: names in order, which need a value, plain defaults. */
const MARK = 'x-ufc-unresolved';

export function compareAttributes(schema, attributes) {
  const result = { differences: [], marks: [] };
  if (MARK in schema) {
    result.marks.push(schema[MARK]);
    return result;
  }
  const check = (what, a, b) => {
    if (JSON.stringify(a) !== JSON.stringify(b))
      result.differences.push(`${what}: ${JSON.stringify(a)} ≠ ${JSON.stringify(b)}`);
  };
  check(
    'names',
    Object.keys(schema.properties),
    attributes.map((one) => one.name),
  );
  check(
    'required',
    schema.required ?? [],
    attributes.filter((one) => one.required).map((one) => one.name),
  );
  for (const { name, default: given } of attributes) {
    const property = schema.properties[name];
    if (property?.[MARK]) result.marks.push(`${name}: ${property[MARK]}`);
    else if (given !== undefined && property) check(`${name}, default`, property.default, given);
  }
  return result;
}
