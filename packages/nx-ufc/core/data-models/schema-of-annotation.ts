import type { Expr } from '../python/ast';
import type { Place } from '../symbols/symbols';
import { applyMetadata, unwrap } from './annotations/annotated';
import { typeOf } from './annotations/annotation';
import { metadataOf } from './fields/metadata';
import { UNRESOLVED, type JsonSchema } from './json';
import { NO_ARGUMENTS, type Models } from './models';
import type { CoreType } from './types/core-type';
import { writtenType } from './types/output-type';
import { invalidIn, toJsonSchema } from './types/to-json';

/**
 * The JSON Schema (Draft 2020-12) of a type annotation where it stands.
 *
 *     const models = openModels(openSymbols(project), { pydantic: 2, python: [3, 12] });
 *     const place = modulePlace(models.symbols, 'shop.api')!;
 *     const schema = schemaOfAnnotation(models, place, parameter.annotation);
 *     // { "type": "array", "items": { "$ref": "shop.models.Item" } }
 *
 * A `$ref` holds the id of a model. `schemaOfDefinition(models, id)` gives that model's schema, `models.definitions.get(id)` its
 * name, module and kind; `mapRefs(schema, locate)` puts locations in place of the ids (`#/components/schemas/Item`), and
 * `refsOf(schema)` lists the ids, to follow them until no new one comes. `Annotated[…]` counts: constraints, titles and descriptions of
 * `Field` are applied. What cannot be known has `"x-ufc-unresolved": reason` in its place.
 */
export function schemaOfAnnotation(models: Models, place: Place, annotation: Expr): JsonSchema {
  const type = writtenType(models, typeOfAnnotation(models, place, annotation));
  const reason = invalidIn(type);
  return reason === null ? toJsonSchema(type) : { [UNRESOLVED]: `no JSON Schema: ${reason}` };
}

/** Like `schemaOfAnnotation`, one step before: the type itself, to look at its kind or to constrain it further. */
function typeOfAnnotation(models: Models, place: Place, annotation: Expr): CoreType {
  const inner = unwrap(models, { place, vars: NO_ARGUMENTS }, annotation);
  const metadata = inner.metadata.flatMap((one) => metadataOf(models, one.scope, one.expr));
  return applyMetadata(models, typeOf(models, inner.scope, inner.expr), metadata);
}
