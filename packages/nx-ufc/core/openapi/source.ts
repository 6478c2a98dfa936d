import { lineAt } from '../symbols/line-at';
import type { Place, Symbols } from '../symbols/symbols';

/** `shop/api.py:12` */
export function sourceAt(symbols: Symbols, place: Place, offset: number): string {
  return `${place.info.path}:${lineAt(symbols, place.info.path, offset)}`;
}
