import { annotated, classStatement } from './syntax';
import { given, pairsOf, type Making } from './reading';
import type { Made } from './made';

/** `TypedDict("X", {"a": int}, total=False)` */
export function typedDict(making: Making, name: string): Made {
  const { call } = making;
  const fields = pairsOf(making, given(making, 1, 'fields'));
  const body = (fields ?? []).map(([key, type]) => annotated(call, key, type, null));
  const keywords = call.keywords.filter(({ arg }) => arg !== 'fields' && arg !== 'typename');
  return {
    node: classStatement(call, name, { bases: [call.func], keywords, body }),
    unknown: fields ? [] : ['the keys of the dictionary are only known at run time'],
  };
}
