import type { ReviewItem } from '../plan/types';
import { columnAt } from '../text/lines';
import type { RewriteContext } from './context';

/** What takes the name of the module of a class or function to pieces. */
const TAKEN = /\.__module__\.r?(?:split|partition)$/;
/** The package at the top and the module itself are where they were. */
const ENDS =
  /^\.(?:split\(\s*["']\.["'](?:\s*,\s*1)?\s*\)\s*\[0\]|split\(\s*["']\.["']\s*\)\s*\[:-1\]|r?split\(\s*["']\.["'](?:\s*,\s*1)?\s*\)\s*\[-1\]|partition\(\s*["']\.["']\s*\)\s*\[0\]|rpartition\(|rsplit\(\s*["']\.["']\s*,\s*1\s*\)\s*\[[01]\])/;
const SEPARATED = /^\.r?(?:split|partition)\(\s*["']\.["']/;

/**
 * Code that takes parts of the names of modules by their places: `cls.__module__.split(".")[1]`. The folders of the layers are among them now, and which
 * modules are meant is only known at run time.
 */
export function moduleParts({ facts, info, text }: RewriteContext): ReviewItem[] {
  if (!text.includes('.__module__.')) return [];
  return facts.calls
    .filter(({ callee }) => TAKEN.test(callee))
    .flatMap(({ callee, line, span }) => {
      const start = span.start + callee.lastIndexOf('.');
      const behind = text.slice(start, start + 100);
      if (!SEPARATED.test(behind) || ENDS.test(behind)) return [];
      const message = `takes parts of the name of a module by their places (${callee}); the folders of the layers are among them now`;
      return [{ path: info.path, line, column: columnAt(text, span.start), rule: 'MODULE_NAME', message }];
    });
}
