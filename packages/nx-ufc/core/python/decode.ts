import type { PythonSource } from './source';

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const UTF8_NAMES = new Set([
  'utf-8',
  'utf8',
  'utf_8',
  'u8',
  'utf',
  'utf-8-sig',
  'utf_8_sig',
  'ascii',
  'us-ascii',
  'cp65001',
]);
/** PEP 263: a comment in the first or second line; the first must be blank or a comment for the second to count. */
const COOKIE = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;

/**
 * Decode a Python file so that `encodeSource` gives back the same bytes. UTF-8 is decoded as such; anything else, and
 * UTF-8 with errors, is a latin-1 view (one character a byte): names and syntax are ASCII there, strings stay opaque.
 */
export function decodeSource(path: string, bytes: Uint8Array): PythonSource {
  const bom = bytes.length >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const body = bom ? bytes.subarray(3) : bytes;
  const encoding = declaredEncoding(body) ?? 'utf-8';
  if (UTF8_NAMES.has(encoding) || bom) {
    const text = decodeUtf8(body);
    if (text !== null) return { path, text, codec: 'utf-8', bom, encoding };
  }
  return {
    path,
    text: Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('latin1'),
    codec: 'latin-1',
    bom,
    encoding,
  };
}

/** The bytes of a text in the codec of its source, byte order mark included. */
export function encodeSource(source: Pick<PythonSource, 'text' | 'codec' | 'bom'>): Uint8Array {
  const body = Buffer.from(source.text, source.codec === 'latin-1' ? 'latin1' : 'utf8');
  return source.bom ? Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), body]) : body;
}

function declaredEncoding(body: Uint8Array): string | null {
  const head = Buffer.from(body.buffer, body.byteOffset, Math.min(body.byteLength, 1024)).toString('latin1');
  const lines = head.split(/\r\n|\r|\n/, 2);
  for (const line of lines) {
    const match = COOKIE.exec(line);
    if (match) return match[1].toLowerCase().replaceAll('_', '-');
    if (!/^[ \t\f]*(#.*)?$/.test(line)) return null;
  }
  return null;
}

function decodeUtf8(body: Uint8Array): string | null {
  try {
    return UTF8.decode(body);
  } catch {
    return null;
  }
}
