import type { JsonSchema } from '../json';
import type { Constraints } from './core-type';

/** Write those constraints of a type into its schema that a dialect has a keyword for. @param keys constraint → keyword */
export function constrained(
  schema: JsonSchema,
  constraints: Constraints | undefined,
  keys: Record<string, string>,
): JsonSchema {
  for (const [constraint, key] of Object.entries(keys))
    if (constraints && Object.hasOwn(constraints, constraint)) schema[key] = constraints[constraint];
  return schema;
}
