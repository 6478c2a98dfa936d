import { searchPathCalls } from '../../project/search-path';
import type { PlannedEdit } from '../../plan/types';
import { folderAdded } from '../locations/search-root';
import { newSearchPath } from '../locations/source-folder';
import { above, follow } from '../locations/targets';
import type { RewriteContext } from '../context';

/** What gives the folder that a literal names. */
const FOLDER =
  /^(?:str\()?(?:(?:os\.)?path\.(?:abspath|realpath)\(|(?:pathlib\.)?Path\()?(["'])([^"'\\]*)\1\)*(?:\.(?:resolve|absolute)\(\))?\)*$/;

/**
 * A notebook runs in its own folder. Where it puts the folder of the project on `sys.path`, which the packages were imported from, the folder with
 * the packages goes before it.
 */
export function notebookSearchPath(context: RewriteContext): PlannedEdit[] {
  const calls = searchPathCalls(context.facts).filter(({ callee }) => !callee.endsWith('extend'));
  const folder = calls.length > 0 ? newSearchPath(context.project, context.mapping) : null;
  if (folder === null) return [];
  return calls.flatMap((call) => {
    const argument = call.arguments.at(-1);
    const written = argument && FOLDER.exec(context.text.slice(argument.span.start, argument.span.end))?.[2];
    return written !== undefined && isRoot(context.info.path, written)
      ? folderAdded(context, call, argument!.span, folder)
      : [];
  });
}

function isRoot(path: string, written: string): boolean {
  const segments = written.split('/').filter((part) => part !== '' && part !== '.');
  return !written.startsWith('/') && follow(above(path, 1)!, segments) === '';
}
