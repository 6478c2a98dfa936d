import type { ProjectFacts } from '../../project/types';
import type { StringFact } from '../../python/facts/types';
import { concatenations } from '../literal-text';
import type { MoveMapping } from '../mapping';
import { pickledNames } from '../pickle-data';
import type { Replacement } from './counted-pickles';
import { operationsOf } from './operations';
import { applied, pickleEdits } from './pickle-edits';

const BASE64 = /^[A-Za-z0-9+/=\r\n]+$/;
/** Letters of a literal; only the last one of several may have less. */
const SHORTEST = 20;

/** A pickle in base64 that names modules of the package. */
export interface EncodedPickle {
  first: StringFact;
  edits: Replacement[];
  /** What it names and no edit follows: it is to be made anew. */
  names: string[];
}

/** Literals, or implicit concatenations of them, that are exactly one pickle in base64. */
export function encodedPickles(
  text: string,
  strings: readonly StringFact[],
  project: ProjectFacts,
  mapping: MoveMapping,
): EncodedPickle[] {
  const isLong = (string: StringFact) => string.value.length >= SHORTEST && isEncoded(string);
  return concatenations(text, strings, isLong).flatMap((parts) => {
    if (!parts.every(isEncoded)) return [];
    const bytes = Buffer.from(parts.map(({ value }) => value).join(''), 'base64');
    const named = operationsOf(bytes) ? pickledNames(bytes, mapping) : [];
    if (named.length === 0) return [];
    const { edits = [] } = pickleEdits(bytes, project, mapping) ?? {};
    const isFollowed = edits.length > 0 && parts.every((part) => isWritten(text, part));
    const modules = new Set(isFollowed ? edits.map(({ module }) => module) : []);
    const names = named.filter((name) => !modules.has(name));
    return [{ first: parts[0], edits: isFollowed ? encoded(parts, applied(bytes, edits)) : [], names }];
  });
}

function isEncoded({ role, formatted, value }: StringFact): boolean {
  return role !== 'docstring' && !formatted && BASE64.test(value);
}

/** Lines of a text could be cut elsewhere. */
function isWritten(text: string, string: StringFact): boolean {
  return (
    !/[\r\n]/.test(string.value) && text.slice(bodyOf(string).start, bodyOf(string).end) === string.value
  );
}

function bodyOf({ span, prefix, quote }: StringFact): { start: number; end: number } {
  return { start: span.start + prefix.length + quote.length, end: span.end - quote.length };
}

/** Every literal keeps its length, the last one takes what is left. */
function encoded(parts: readonly StringFact[], bytes: Buffer): Replacement[] {
  const text = bytes.toString('base64');
  let at = 0;
  return parts.flatMap((part, index) => {
    const end = index === parts.length - 1 ? text.length : at + part.value.length;
    const piece = text.slice(at, end);
    at = end;
    return piece === part.value ? [] : [{ span: bodyOf(part), text: piece }];
  });
}
