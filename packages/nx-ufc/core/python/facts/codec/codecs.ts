import type { Reader, Writer } from './bytes';
import { readCount, readInt, readString, readUint, writeInt, writeString, writeUint } from './bytes';

/** How a value goes into bytes and comes back. */
export interface Codec<T> {
  write: (w: Writer, value: T) => void;
  read: (r: Reader) => T;
}

export const uint: Codec<number> = { write: writeUint, read: readUint };
export const int: Codec<number> = { write: writeInt, read: readInt };
export const string: Codec<string> = { write: writeString, read: readString };
export const bool: Codec<boolean> = {
  write: (w, value) => writeUint(w, value ? 1 : 0),
  read: (r) => readUint(r) === 1,
};

/** An offset, written as its distance from the one before. */
export const offset: Codec<number> = {
  write: (w, value) => {
    writeInt(w, value - w.last);
    w.last = value;
  },
  read: (r) => (r.last += readInt(r)),
};

/** Any number that JavaScript has, `-0` and NaN too. */
export const double: Codec<number> = {
  write: (w, value) => {
    const words = new Uint32Array(new Float64Array([value]).buffer);
    writeUint(w, words[0]);
    writeUint(w, words[1]);
  },
  read: (r) => new Float64Array(new Uint32Array([readUint(r), readUint(r)]).buffer)[0],
};

export function oneOf<const T extends string>(...values: T[]): Codec<T> {
  const numbers = new Map<string, number>(values.map((value, i) => [value, i]));
  return {
    write: (w, value) => writeUint(w, numbers.get(value)!),
    read: (r) => {
      const value = values[readUint(r)];
      if (value === undefined) throw new RangeError('no such value');
      return value;
    },
  };
}

export function nullable<T>({ write, read }: Codec<T>): Codec<T | null> {
  return {
    write: (w, value) => {
      writeUint(w, value === null ? 0 : 1);
      if (value !== null) write(w, value);
    },
    read: (r) => (readUint(r) === 0 ? null : read(r)),
  };
}

export function list<T>({ write, read }: Codec<T>): Codec<T[]> {
  return {
    write: (w, values) => {
      writeUint(w, values.length);
      for (let i = 0; i < values.length; i++) write(w, values[i]);
    },
    read: (r) => {
      const values: T[] = [];
      for (let count = readCount(r); count > 0; count--) values.push(read(r));
      return values;
    },
  };
}

/** An object used as a dictionary: without a prototype, any name is a key. */
export function dictionary<T>({ write, read }: Codec<T>): Codec<Record<string, T>> {
  return {
    write: (w, value) => {
      const keys = Object.keys(value);
      writeUint(w, keys.length);
      for (const key of keys) {
        writeString(w, key);
        write(w, value[key]);
      }
    },
    read: (r) => {
      const value: Record<string, T> = Object.create(null);
      for (let count = readCount(r); count > 0; count--) value[readString(r)] = read(r);
      return value;
    },
  };
}

/**
 * An object with these fields and no others. The functions are made from text, since a loop over field names makes objects
 * many times slower than a literal does: the engine then knows their shape.
 */
export function record<T extends object>(fields: { [K in keyof Required<T>]: Codec<T[K]> }): Codec<T> {
  const names = Object.keys(fields);
  const codecs = Object.values(fields) as Codec<unknown>[];
  const writers = names.map((name, i) => `w${i}(w, value.${name});`).join('\n');
  const readers = names.map((name, i) => `${name}: r${i}(r),`).join('\n');
  const make = new Function(
    ...codecs.flatMap((_, i) => [`w${i}`, `r${i}`]),
    `return { write(w, value) { ${writers} }, read(r) { return { ${readers} }; } };`,
  );
  return make(...codecs.flatMap(({ write, read }) => [write, read])) as Codec<T>;
}
