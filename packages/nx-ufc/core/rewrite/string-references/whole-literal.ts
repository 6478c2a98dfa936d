import type { StringFact } from '../../python/facts/types';
import type { PlannedEdit } from '../../plan/types';
import type { Rewrite, RewriteContext } from '../context';
import { proposedEdit, switchable } from '../proposal';
import { IN_WHEEL, leftBehind, mayBePath, pathString } from './path-string';
import { assetSpec } from './asset-spec';
import { commandString } from './command-string';
import { distributionName } from './distribution-name';
import { joinedPath } from './joined-path';
import { oddName } from './odd-name';
import { pathEnding } from './path-ending';
import { programPath } from './program-path';
import { sphinxFolder, upwardPath } from './upward-path';

/**
 * What a literal is as a whole: a command, a path, the name of the distribution.
 * @param hasRoot the name of a package that moved stands in it
 */
export function wholeLiteral(
  context: RewriteContext,
  string: StringFact,
  at: number,
  hasRoot: boolean,
): Rewrite | null {
  if (string.role === 'docstring') return null;
  const renamed = distributionName(context, string);
  if (renamed) return switchable(context, 'distribution-name', [renamed]);
  const asset = hasRoot ? assetSpec(context, string) : null;
  if (asset) return switchable(context, 'asset-spec', [asset]);
  const odd = hasRoot ? oddName(context, string) : null;
  if (odd) return switchable(context, 'import-string', [odd]);
  const command = commandString(context, string, at);
  if (command) return command;
  return mayBePath(context, string) ? pathIn(context, string, hasRoot) : null;
}

function pathIn(context: RewriteContext, string: StringFact, hasRoot: boolean): Rewrite | null {
  const program = programPath(context, string);
  if (program) return switchable(context, 'command-string', [program]);
  const sure = (hasRoot ? pathEnding(context, string) : null) ?? sphinxFolder(context, string);
  if (sure) return switchable(context, 'path-string', [sure]);
  const path = joinedPath(context, string) ?? pathString(context, string);
  if (path)
    return path.certain ? switchable(context, 'path-string', [path.edit]) : doubtfulPath(context, path.edit);
  const left = leftBehind(context, string) ?? upwardPath(context, string);
  return left ? { edits: [], review: [left] } : null;
}

function doubtfulPath(context: RewriteContext, edit: PlannedEdit): Rewrite {
  // What is joined of several literals has its quotes.
  const said = edit.before.includes(',') ? edit.before : `"${edit.before}"`;
  const meant = edit.evidence.endsWith(IN_WHEEL) ? IN_WHEEL : ', if it begins at the folder of the project';
  const message = `${said} is now ${edit.text}${meant}; left as it is`;
  return { edits: [], review: [proposedEdit(context, edit, 'PATH_REFERENCE', message)] };
}
