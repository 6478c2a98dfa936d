import { buildLineIndex, lineOf, type LineIndex } from '../python';
import type { Symbols } from './symbols';

const indexes = new WeakMap<object, LineIndex>();

/** Line (from 1) of an offset in a file of the project. */
export function lineAt(symbols: Symbols, path: string, offset: number): number {
  const source = symbols.project.sources.get(path)!;
  let index = indexes.get(source);
  if (!index) indexes.set(source, (index = buildLineIndex(source.text)));
  return lineOf(index, offset);
}
