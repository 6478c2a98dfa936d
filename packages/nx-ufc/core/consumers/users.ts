import type { PlannedEdit, ReviewItem } from '../plan/types';
import type { FileFacts } from '../python/facts/types';
import type { MoveMapping } from '../rewrite/mapping';
import { importsRoot } from '../project/imports-root';
import { projectOf, type OwnModules } from './own-modules';
import { renameRequirements } from './requirement-names';
import type { WorkspaceFile } from './types';

interface Found {
  edits: PlannedEdit[];
  review: ReviewItem[];
}

/** Which projects of the workspace use the package that moves. */
export interface Users {
  /**
   * What of the references in a file is meant: in a project that does not use the package its bare name is a word like any other
   * (`chown app`, `{"app": app}`). The name of a module below it still counts, and so does code that a document shows.
   */
  meant(path: string, found: Found): Found;
  /** Does the project of a file use the package? Files of the whole workspace may. */
  has(path: string): boolean;
}

/** A project uses the package when a file of it imports it, or its requirements name its distribution. */
export function usersOf(
  files: readonly WorkspaceFile[],
  python: { consumers: ReadonlyMap<string, unknown>; project: { facts: ReadonlyMap<string, FileFacts> } },
  { roots, distribution }: MoveMapping,
  own: OwnModules,
): Users {
  const users = new Set<string>(['']);
  for (const path of python.consumers.keys()) {
    const hidden = own.of(path);
    const facts = python.project.facts.get(path)!;
    if ([...roots].some((root) => !hidden.has(root) && importsRoot(facts, root))) users.add(projectOf(path));
  }
  for (const file of files)
    if (renameRequirements(file, distribution).length > 0) users.add(projectOf(file.path));
  return {
    has: (path) => users.has(projectOf(path)),
    meant(path, { edits, review }) {
      if (users.has(projectOf(path))) return { edits, review };
      return {
        edits: edits.filter(
          ({ before, kind }) => kind === 'import' || kind === 'reference' || !roots.has(before),
        ),
        review: review.filter(({ proposal }) => !roots.has(proposal?.before ?? '')),
      };
    },
  };
}
