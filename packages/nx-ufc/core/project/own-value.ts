import { packageOf } from './names';
import type { ModuleInfo } from './types';

/** `__name__` or `__package__`, or the first part of it. */
export const OWN_VALUE = String.raw`(__(?:name|package)__)(\.(?:split|partition)\(\s*["']\.["'](?:\s*,\s*1)?\s*\)\[0\])?`;
const WHOLE = new RegExp(`^${OWN_VALUE}$`);

/** What such an expression gives in a module; null for any other one. */
export function ownValue(info: ModuleInfo, text: string): string | null {
  const [, own, first] = WHOLE.exec(text) ?? [];
  if (own === undefined) return null;
  const name = own === '__name__' ? info.name : packageOf(info);
  return first === undefined ? name : name.split('.')[0];
}
