import type { PlannedEdit } from '../../plan/types';
import { isAmong, placeOf, searchPathCalls } from '../../project/search-path';
import type { CallFact, Span } from '../../python/facts/types';
import { indentationOf, plannedEdit, type RewriteContext } from '../context';
import { isAbovePackage } from './import-folder';
import { KIND } from './outcomes';
import { newSearchPath } from './source-folder';
import { above, follow, joinPath } from './targets';
import type { Location } from './types';

/** What gives a text; other paths are made one. */
const TEXT = /^(str\(|(os\.)?path\.|(dirname|abspath|realpath|join)\()/;

const SPHINX = /(^|\/)conf\.py$/;

/**
 * Tests, scripts and documents that put the folder of the project on `sys.path`, which the packages were imported from: the folder with the packages goes
 * before it. It stays, since other tests and scripts may be imported from it.
 */
export function searchRootEdits(context: RewriteContext, locations: readonly Location[]): PlannedEdit[] {
  const { facts, info, mapping, project } = context;
  const stays = (mapping.paths.get(info.path) ?? info.path) === info.path;
  // A list of folders is no folder.
  const calls = searchPathCalls(facts).filter(({ callee }) => !callee.endsWith('extend'));
  const folder =
    calls.length > 0 && stays && info.area !== 'shipped' ? newSearchPath(project, mapping) : null;
  if (folder === null) return [];
  return calls.flatMap((call) => {
    const argument = call.arguments.at(-1);
    const isRoot =
      argument &&
      (leadsToRoot(context, argument.span, locations) ||
        isWorkingFolder(context, argument) ||
        isRootOfSphinx(context, argument.span));
    return isRoot ? folderAdded(context, call, argument.span, folder) : [];
  });
}

function leadsToRoot(context: RewriteContext, span: Span, locations: readonly Location[]): boolean {
  return locations.some(
    (location) =>
      isAmong([span], location.span) && placeOf(location) === '' && !isAbovePackage(context, location),
  );
}

/** `"."`, `os.getcwd()`: tests and tools run in the folder of the project, and a setup.py does; Sphinx in that of its settings. */
function isWorkingFolder(
  { facts, info }: RewriteContext,
  { value, string }: CallFact['arguments'][number],
): boolean {
  if (SPHINX.test(info.path)) return false;
  if (value.kind === 'literal') return string >= 0 && /^(\.\/?)?$/.test(facts.strings[string].value);
  if (value.kind === 'name') return value.resolved === 'os.curdir';
  return value.kind === 'call' && /^os\.getcwd$/.test(facts.calls[value.call].resolved ?? '');
}

/** Sphinx reads `conf.py` with its folder as the working folder (https://www.sphinx-doc.org/en/master/usage/configuration.html). */
function isRootOfSphinx({ facts, info }: RewriteContext, span: Span): boolean {
  if (!SPHINX.test(info.path)) return false;
  const call = facts.calls.find((one) => one.span.start === span.start && one.span.end === span.end);
  const isAbsolute = /^os\.path\.(abspath|realpath)$/.test(call?.resolved ?? call?.callee ?? '');
  const string = isAbsolute ? facts.strings[call!.arguments[0]?.string ?? -1] : undefined;
  const segments = string?.value.split('/').filter((part) => part !== '' && part !== '.');
  return (
    segments !== undefined && !string!.value.startsWith('/') && follow(above(info.path, 1)!, segments) === ''
  );
}

/**
 * The same call once more, where it is a statement of its own, for a folder below the one that it puts on the path.
 * @param span its argument
 */
export function folderAdded(
  context: RewriteContext,
  call: CallFact,
  span: Span,
  folder: string,
): PlannedEdit[] {
  const { text, newline } = context;
  const indentation = indentationOf(text, call.span.start);
  if (indentation === null || !/^[ \t]*(#[^\n]*)?(\r?\n|$)/.test(text.slice(call.span.end))) return [];
  const argument = text.slice(span.start, span.end);
  const whole = `${TEXT.test(argument) ? argument : `str(${argument})`} + "/${folder}"`;
  const [, quote, written] = /^(["'])([\w./-]*)\1$/.exec(argument) ?? [];
  const added = quote ? `${quote}${joinPath(written.replace(/^\.?\/?$|\/$/, ''), folder)}${quote}` : whole;
  const again = text.slice(call.span.start, span.start) + added + text.slice(span.end, call.span.end);
  const at = { start: call.span.start, end: call.span.start };
  const edit = call.callee.endsWith('insert')
    ? { ...at, start: call.span.end, end: call.span.end, text: newline + indentation + again }
    : { ...at, text: again + newline + indentation };
  const evidence = `${KIND}: the packages are in ${folder}, below the folder that is put on the path`;
  return [plannedEdit(context, edit, edit.text, 'reference', evidence)];
}
