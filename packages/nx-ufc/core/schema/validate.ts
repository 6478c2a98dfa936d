import type * as Ajv from 'ajv/dist/2020';

let ajv: Ajv.Ajv2020 | null = null;
const compiled = new WeakMap<object, Ajv.ValidateFunction>();

/** What is wrong with a value after a JSON Schema (2020-12), one line an error; empty when it is valid. */
export function schemaErrors(schema: object, value: unknown): string[] {
  let validate = compiled.get(schema);
  if (!validate) {
    ajv ??= newAjv();
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

/** Loaded when something is checked: most commands check nothing, and loading it takes longer than they do. */
function newAjv(): Ajv.Ajv2020 {
  const { Ajv2020 } = require('ajv/dist/2020') as typeof Ajv;
  return new Ajv2020({
    allErrors: true,
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    formats: { regex: isRegex, 'date-time': true },
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
