import type { ReviewItem } from '../plan/types';
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
      proposedEdit({ text, info: file }, edit, 'REQUIREMENT_LEFT', message),
    );
  });
}
