import type { Json, JsonObject } from '../data-models/json';

/** An object without the keys that have no value. */
export function compact(record: Record<string, Json | undefined>): JsonObject {
  return Object.fromEntries(
    Object.entries(record).filter((entry): entry is [string, Json] => entry[1] !== undefined),
  );
}
