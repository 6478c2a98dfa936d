/**
 * A decoded Python source. `text` is what every offset in this code base counts in (UTF-16 units).
 * `encodeSource(source)` gives back exactly the bytes it was read from, whatever the encoding.
 */
export interface PythonSource {
  /** POSIX path relative to the analysed root. */
  path: string;
  text: string;
  /** How `text` maps to bytes: utf-8, or a latin-1 view for every other encoding, so that splices stay exact. */
  codec: 'utf-8' | 'latin-1';
  /** A UTF-8 byte order mark was there; it is not part of `text`. */
  bom: boolean;
  /** What the file declares (PEP 263), lower case; `utf-8` by default. */
  encoding: string;
}

/** A position as CPython and ruff print it: line from 1, column from 1 (in UTF-16 units). */
export interface Position {
  line: number;
  column: number;
}

/** Why a source could not be parsed. */
export interface PythonSyntaxError {
  message: string;
  offset: number;
  line: number;
  column: number;
}
