import type { LiteralValue, Span, ValueFact } from '../types';
import { readString, readUint, writeString, writeUint } from './bytes';
import type { Codec } from './codecs';
import { double, int, nullable, offset, oneOf, string } from './codecs';

export const span: Codec<Span> = {
  write: (w, { start, end }) => {
    offset.write(w, start);
    offset.write(w, end);
  },
  read: (r) => ({ start: offset.read(r), end: offset.read(r) }),
};
export const name = nullable(string);
export const run = oneOf('module', 'function', 'type_checking');

const LITERALS = ['null', 'false', 'true', 'string', 'number'];

const literal: Codec<LiteralValue> = {
  write: (w, value) => {
    const kind = value === null || typeof value === 'boolean' ? String(value) : typeof value;
    writeUint(w, LITERALS.indexOf(kind));
    if (typeof value === 'string') writeString(w, value);
    else if (typeof value === 'number') double.write(w, value);
  },
  read: (r) => {
    const kind = readUint(r);
    if (kind < 3) return kind === 0 ? null : kind === 2;
    return kind === 3 ? readString(r) : double.read(r);
  },
};

const VALUES = ['literal', 'call', 'name', 'other'] as const;

export const value: Codec<ValueFact> = {
  write: (w, fact) => {
    writeUint(w, VALUES.indexOf(fact.kind));
    if (fact.kind === 'literal') literal.write(w, fact.value);
    else if (fact.kind === 'call') int.write(w, fact.call);
    else if (fact.kind === 'name') {
      writeString(w, fact.name);
      name.write(w, fact.resolved);
    }
    writeString(w, fact.text);
  },
  read: (r) => {
    const kind = VALUES[readUint(r)];
    switch (kind) {
      case 'literal':
        return { kind, value: literal.read(r), text: readString(r) };
      case 'call':
        return { kind, call: int.read(r), text: readString(r) };
      case 'name':
        return { kind, name: readString(r), resolved: name.read(r), text: readString(r) };
      case 'other':
        return { kind, text: readString(r) };
      default:
        throw new RangeError('no such value');
    }
  },
};
