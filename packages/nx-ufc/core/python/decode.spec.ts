import fc from 'fast-check';
import { decodeSource, encodeSource } from './decode';

test('any bytes come back as they were', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) =>
      expect(Buffer.from(encodeSource(decodeSource('a.py', bytes)))).toEqual(Buffer.from(bytes)),
    ),
  );
});

test.each([
  ['plain', Buffer.from('x = "é"\n'), 'utf-8', false],
  ['byte order mark', Buffer.from('\uFEFFx = 1\n'), 'utf-8', true],
  ['declared latin-1', Buffer.from('# -*- coding: latin-1 -*-\nx = "\xe9"\n', 'latin1'), 'latin-1', false],
  [
    'declared in the second line',
    Buffer.from('#!/usr/bin/python\n# vim: set fileencoding=cp1252 :\n'),
    'latin-1',
    false,
  ],
  ['broken UTF-8', Buffer.from([0x78, 0x3d, 0xff, 0x0a]), 'latin-1', false],
])('%s', (_name, bytes, codec, bom) => expect(decodeSource('a.py', bytes)).toMatchObject({ codec, bom }));

test('a cookie after code does not count', () => {
  expect(decodeSource('a.py', Buffer.from('x = 1\n# coding: latin-1\n')).encoding).toBe('utf-8');
});
