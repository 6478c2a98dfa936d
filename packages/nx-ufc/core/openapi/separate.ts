import { mapRefs, refsOf, type JsonSchema } from '../data-models';
import { sameJson } from '../data-models/json';
import type { Operation, PathItem, Writer } from './types';

/** The end of the names of components for what is sent. No class has a hyphen in its name. */
export const SENT = '-Output';
const ACCEPTED = '-Input';
const PREFIX = '#/components/schemas/';

/**
 * Components as FastAPI names them: a model that is sent as it is accepted is one component; where the two differ, in the model or in
 * one that it refers to, they are `Name-Input` and `Name-Output`, as pydantic's `generate_definitions` names definitions of two modes.
 */
export function separated(
  { schemas, sentSchemas }: Pick<Writer, 'schemas' | 'sentSchemas'>,
  paths: Record<string, PathItem>,
): Map<string, JsonSchema> {
  const different = differentNames(schemas, sentSchemas);
  const locate = (ref: string): string => {
    const name = ref.slice(PREFIX.length);
    if (!name.endsWith(SENT)) return different.has(name) ? `${ref}${ACCEPTED}` : ref;
    return different.has(name.slice(0, -SENT.length)) ? ref : ref.slice(0, -SENT.length);
  };
  for (const item of Object.values(paths)) for (const one of operationsOf(item)) relocate(one, locate);
  const found = new Map<string, JsonSchema>();
  for (const [name, schema] of sentSchemas)
    found.set(different.has(name) ? name + SENT : name, mapRefs(schema, locate));
  for (const [name, schema] of schemas)
    found.set(different.has(name) ? name + ACCEPTED : name, mapRefs(schema, locate));
  return found;
}

/** The models whose two schemas differ, or refer to such a model. */
function differentNames(schemas: Writer['schemas'], sentSchemas: Writer['sentSchemas']): ReadonlySet<string> {
  const both = [...sentSchemas.keys()].filter((name) => schemas.has(name));
  const plain = (ref: string) => (ref.endsWith(SENT) ? ref.slice(0, -SENT.length) : ref);
  const asAccepted = new Map(both.map((name) => [name, mapRefs(sentSchemas.get(name)!, plain)]));
  const different = new Set(both.filter((name) => !sameJson(asAccepted.get(name)!, schemas.get(name)!)));
  for (let size = -1; size !== different.size;) {
    size = different.size;
    for (const name of both)
      if (refsOf(asAccepted.get(name)!).some((ref) => different.has(ref.slice(PREFIX.length))))
        different.add(name);
  }
  return different;
}

function operationsOf(item: PathItem): Operation[] {
  const direct = Object.entries(item).flatMap(([key, value]) =>
    key.startsWith('x-') ? [] : [value as Operation],
  );
  const all = [...direct, ...Object.values(item['x-ufc-operations'] ?? {})];
  return all.flatMap((one) => [one, ...(one['x-ufc-alternatives'] ?? [])]);
}

function relocate({ parameters, requestBody, responses }: Operation, locate: (ref: string) => string): void {
  const contents = [requestBody?.content, ...Object.values(responses).map(({ content }) => content)];
  const holders = [...(parameters ?? []), ...contents.flatMap((content) => Object.values(content ?? {}))];
  for (const holder of holders) holder.schema = mapRefs(holder.schema, locate);
}
