import type { Unwrapped } from '../annotations/annotated';
import { applyMetadata } from '../annotations/annotated';
import { typeOf } from '../annotations/annotation';
import { discriminated } from '../annotations/discriminated';
import type { Models } from '../models';
import { unresolved, type CoreType } from '../types/core-type';
import { mergeInfo, noInfo, type FieldInfo } from './field-info';
import { metadataOf, type Metadata } from './metadata';

/** Type and information of a field: what stands in `Annotated`, then what is assigned, then validators as types that they take. */
export function fieldOf(
  models: Models,
  inner: Unwrapped,
  assigned: FieldInfo | null,
  inputs: readonly CoreType[],
): { type: CoreType; info: FieldInfo } {
  const metadata = inner.metadata.flatMap((one) => metadataOf(models, one.scope, one.expr));
  const { info, rest } = gather(metadata, assigned);
  let type = typeOf(models, inner.scope, inner.expr);
  if (info.discriminator !== null) type = discriminated(models, type, info.discriminator);
  type = applyMetadata(models, type, rest);
  for (const input of inputs) type = { kind: 'function', inner: input };
  if (info.unresolved.length > 0) type = unresolved(info.unresolved[0]);
  return { type, info };
}

/** The `Field` infos of a field in one, and what else is applied to its type, constraints included, in order. */
function gather(
  metadata: readonly Metadata[],
  assigned: FieldInfo | null,
): { info: FieldInfo; rest: Metadata[] } {
  let info = noInfo();
  const rest: Metadata[] = [];
  const add = (one: FieldInfo) => {
    info = mergeInfo(info, one);
    for (const [constraint, value] of one.constraints)
      rest.push({ kind: 'constraint', name: constraint, value });
  };
  for (const one of metadata) {
    if (one.kind === 'field') add(one.info);
    else if (one.kind === 'discriminator') info = { ...info, discriminator: one.name };
    else rest.push(one);
  }
  if (assigned) add(assigned);
  return { info, rest };
}
