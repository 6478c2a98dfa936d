import { constantOf } from '../data-models/values/constant';
import type { Json } from '../data-models/json';
import type { Models } from '../data-models';
import type { Placed } from './types';

/** An expression as JSON; undefined when there is none or its value is not known. */
export function jsonAt(models: Models, placed: Placed | null): Json | undefined {
  const constant = placed && constantOf(models, placed.place, placed.expr);
  return constant?.known ? constant.json : undefined;
}
