import type { FileFacts } from '../python/facts/types';

/** Does a module define something itself? Of packages, only those are listed whose `__init__` is a module in its own right. */
export function hasCode({ classes, functions }: FileFacts): boolean {
  return classes.length > 0 || functions.length > 0;
}
