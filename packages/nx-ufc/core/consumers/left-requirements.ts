import type { PlannedEdit, ReviewItem } from '../plan/types';
import { proposedEdit } from '../rewrite/proposal';
import type { MoveMapping } from '../rewrite/mapping';
import { renameRequirements } from './requirement-names';
import type { WorkspaceFile } from './types';

/**
 * What projects that are left as they are require, for review: their imports find the old name, but an installer would bring the
 * distribution as it was published, and its files over those of the old name.
 */
export function leftRequirements(
  files: readonly WorkspaceFile[],
  distribution: MoveMapping['distribution'],
): ReviewItem[] {
  const message = `${distribution.to} ships the old name; what is required here would be installed over it`;
  return files.flatMap((file) => {
    const text = Buffer.from(file.bytes).toString('utf8');
    return renameRequirements(file, distribution).map((edit) =>
      proposedEdit({ text, info: file }, wholeName(text, edit), 'REQUIREMENT_LEFT', message),
    );
  });
}

/** An edit may hold only what differs between two names. */
function wholeName(text: string, edit: PlannedEdit): PlannedEdit {
  const lead = /[\w.-]*$/.exec(text.slice(0, edit.start))![0];
  const rest = /^[\w.-]*/.exec(text.slice(edit.end))![0];
  return {
    ...edit,
    start: edit.start - lead.length,
    end: edit.end + rest.length,
    before: lead + edit.before + rest,
    text: lead + edit.text + rest,
  };
}
