import type { StringFact } from '../../python/facts/types';
import { concatenations } from '../literal-text';
import type { MoveMapping } from '../mapping';
import { pickledNames } from '../pickle-data';
import { operationsOf } from './operations';

const BASE64 = /^[A-Za-z0-9+/=\r\n]+$/;
/** Letters of a literal; only the last one of several may have less. */
const SHORTEST = 20;

/** A pickle in base64 that names modules of the package: to be made anew, since no part of its text can follow by itself. */
export interface EncodedPickle {
  first: StringFact;
  names: string[];
}

/** Literals, or implicit concatenations of them, that are exactly one pickle in base64. */
export function encodedPickles(
  text: string,
  strings: readonly StringFact[],
  mapping: MoveMapping,
): EncodedPickle[] {
  if (!strings.some((string) => string.value.length >= SHORTEST && isEncoded(string))) return [];
  return concatenations(text, strings.filter(isEncoded)).flatMap((parts) => {
    const bytes = Buffer.from(parts.map(({ value }) => value).join(''), 'base64');
    const names = operationsOf([...bytes]) ? pickledNames(bytes, mapping) : [];
    return names.length > 0 ? [{ first: parts[0], names }] : [];
  });
}

function isEncoded({ role, formatted, value }: StringFact): boolean {
  return role !== 'docstring' && !formatted && BASE64.test(value);
}
