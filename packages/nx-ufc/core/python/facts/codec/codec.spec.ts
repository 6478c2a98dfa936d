import fc from 'fast-check';
import { extractFacts } from '..';
import { createReader, createWriter, finish, readInt, readUint, writeInt, writeUint } from './bytes';
import { double, string } from './codecs';
import { decodeFacts, encodeFacts } from '.';

const SAMPLE = `"""Doc."""
from __future__ import annotations
import a.b as c, os
from . import (d as e, f)
__all__ = ['x'] + ["y"]
X: "List[int]" = 1e400 - -0.5
größe = '\\ud800 \\x00 ☃', b'\\xff', 12345678901234567890, None, True, 2.5
constructor = __proto__ = lambda q, *r, s=1, **t: (yield q)
class C(Base[T], pkg.Other, metaclass=Meta):
    "doc"
    field: Annotated[str, Field(default="x")] = Field(1)
    @deco.rator(1, *args, key="v", **kw)
    async def method(self, a, /, b: int = 1, *args: "str", c: Optional["C"] = None, **kwargs) -> "C":
        raise NotImplementedError  # comment
try:
    import foo
except ImportError:
    foo = None
if __name__ == "__main__":
    print(f"{x!r:>{b}}", x[1:2], [n for n in m], await_=1)
`;
const factsOf = (text: string) =>
  extractFacts({ path: 'a.py', text, codec: 'utf-8', bom: false, encoding: 'utf-8' });

test('facts come back as they were', () => {
  for (const text of [SAMPLE, '', 'x = (\n']) {
    const facts = factsOf(text);
    expect(decodeFacts('a.py', encodeFacts(facts))).toEqual(facts);
  }
});

test('numbers and strings of every kind come back', () => {
  fc.assert(
    fc.property(fc.integer(), fc.double(), fc.string({ unit: 'binary' }), fc.string(), (i, d, s, t) => {
      const w = createWriter();
      writeInt(w, i);
      writeUint(w, i >>> 0);
      double.write(w, d);
      string.write(w, s);
      string.write(w, t);
      const r = createReader(finish(w));
      expect([readInt(r), readUint(r), double.read(r), string.read(r), string.read(r)]).toEqual([
        i,
        i >>> 0,
        d,
        s,
        t,
      ]);
      expect(r.at).toBe(r.bytes.length);
    }),
  );
});

test('damaged bytes give a RangeError or other facts, never a hang', () => {
  const bytes = encodeFacts(factsOf(SAMPLE));
  for (let cut = 0; cut < bytes.length; cut += 7)
    expect(() => decodeFacts('a.py', bytes.subarray(0, cut))).toThrow(RangeError);
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, byte) => {
      const damaged = Uint8Array.from(bytes);
      damaged[at] = byte;
      try {
        expect(decodeFacts('a.py', damaged)).toHaveProperty('scopes');
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
      }
    }),
  );
});
