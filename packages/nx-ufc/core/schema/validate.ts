import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';

const ajv = new Ajv2020({
  allErrors: true,
  strict: true,
  strictRequired: false,
  allowUnionTypes: true,
  formats: { regex: isRegex, 'date-time': true },
});
const compiled = new WeakMap<object, ValidateFunction>();

/** What is wrong with a value after a JSON Schema (2020-12), one line an error; empty when it is valid. */
export function schemaErrors(schema: object, value: unknown): string[] {
  let validate = compiled.get(schema);
  if (!validate) {
    validate = ajv.compile({ ...schema, $id: undefined });
    compiled.set(schema, validate);
  }
  if (validate(value)) return [];
  return (validate.errors ?? []).map((error) => {
    const detail =
      error.keyword === 'additionalProperties'
        ? ` "${error.params.additionalProperty}"`
        : error.keyword === 'enum'
          ? ` ${error.params.allowedValues.join(', ')}`
          : '';
    return `${error.instancePath || '/'} ${error.message}${detail}`;
  });
}

function isRegex(text: string): boolean {
  try {
    new RegExp(text, 'u');
    return true;
  } catch {
    return false;
  }
}
