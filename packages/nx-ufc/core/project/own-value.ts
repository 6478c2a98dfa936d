import type { FileFacts, ValueFact } from '../python/facts/types';
import { packageOf } from './names';
import type { ModuleInfo } from './types';

/** `__name__` or `__package__`, or the first part of it. */
export const OWN_VALUE = String.raw`(__(?:name|package)__)(\.(?:split|partition)\(\s*["']\.["'](?:\s*,\s*1)?\s*\)\[0\])?`;
const WHOLE = new RegExp(`^${OWN_VALUE}$`);
/** A module that is run as a program has no name of its own then. */
const UNLESS_RUN = /^(["'])([\w.]+)\1 if __name__ == (["'])__main__\3 else /;

/** What such an expression gives in a module; null for any other one. */
export function ownValue(info: ModuleInfo, text: string): string | null {
  const [lead = '', , name = info.name] = UNLESS_RUN.exec(text) ?? [];
  const [, own, first] = name === info.name ? (WHOLE.exec(text.slice(lead.length)) ?? []) : [];
  if (own === undefined) return null;
  const given = own === '__name__' ? info.name : packageOf(info);
  return first === undefined ? given : given.split('.')[0];
}

/** The source of a value: of a variable of the module that is assigned once, what it is assigned. */
export function givenText({ assignments }: FileFacts, value: ValueFact): string {
  const made =
    value.kind === 'name'
      ? assignments.filter(({ scopeId, target }) => scopeId === 0 && target === value.name)
      : [];
  return (made.length === 1 && made[0].value?.text) || value.text;
}
