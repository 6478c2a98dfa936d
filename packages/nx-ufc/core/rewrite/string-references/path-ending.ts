import type { Span, StringFact } from '../../python/facts/types';
import type { PlannedEdit } from '../../plan/types';
import type { RewriteContext } from '../context';
import { plannedEdit } from '../context';
import { importedFrom } from './imported-path';
import { leadingLiterals, pathJoin, quotedParts } from './joined-path';

/** A file, as a path ends with it wherever its package is installed, and the number of a line. */
const ENDING = /^(\/?)([A-Za-z_]\w*(?:\/[\w.-]+)+?)(:\d+)?$/;

/**
 * What is looked for at the end of a path, or in a text or list: the file of a package, seen from the folder that it is imported from.
 * `path.endswith("pkg/mod.py")`, `"pkg/mod.py:12" in text`, `os.path.join("pkg", "mod.py") in text`, `trace.count("pkg/mod.py")`. In shipped code
 * what is searched says that it is a path: `"pkg/sub" in frame.f_code.co_filename`.
 */
export function pathEnding(context: RewriteContext, string: StringFact): PlannedEdit | null {
  if (string.bytes) return null;
  const call = pathJoin(context, string);
  if (!call && !string.value.includes('/')) return null;
  const literals = call ? leadingLiterals(context, call.arguments) : [string];
  if (literals[0] !== string || (call && literals.length < call.arguments.length)) return null;
  const sought = soughtAs(context, call?.span ?? string.span);
  if (sought === null) return null;
  const [, slash, path, line = ''] = ENDING.exec(literals.map(({ value }) => value).join('/')) ?? [];
  const target = path === undefined ? null : importedFrom(context, path, sought !== 'part');
  if (target === null || target === path) return null;
  const body = string.span.start + string.prefix.length + string.quote.length;
  const span = call
    ? { start: string.span.start, end: literals.at(-1)!.span.end }
    : { start: body, end: string.span.end - string.quote.length };
  const text = call ? quotedParts(string, target) : `${slash}${target}${line}`;
  return plannedEdit(context, span, text, 'string', `path-string: ${path} is now ${target}`, string.line);
}

const SEARCHES = /([\w.]*)\.(?:(endswith)\(\s*\(?|(?:count|find|rfind)\()\s*$/;
const SEARCHED = /^\s*(?:not\s+)?in\s+([\w.]*)/;
const FILE = /(file|frame)/i;
const PATH = /path/i;

/** The path of a file is searched for folders, too; any text, and a path that may be one of a URL, only for files. */
function soughtAs({ info, text }: RewriteContext, { start, end }: Span): 'path' | 'part' | null {
  const [called, subject, isEnding] = SEARCHES.exec(text.slice(Math.max(0, start - 60), start)) ?? [];
  const [behind, searched] = called === undefined ? (SEARCHED.exec(text.slice(end, end + 80)) ?? []) : [];
  if ((called ?? behind) === undefined) return null;
  if (FILE.test(subject ?? searched)) return 'path';
  if (info.area === 'shipped') return PATH.test(subject ?? searched) ? 'part' : null;
  return isEnding ? 'path' : 'part';
}
