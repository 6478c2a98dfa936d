import type { Tree } from '@nx/devkit';
import type { CapabilityNames } from '../../core/blueprint/naming';
import type { Blueprint } from '../../core/blueprint/types';
import { shownAgain } from '../../core/plan/git-ignored';
import { appendedLines } from '../../core/text/appended';
import { applyEdits } from '../../core/text/edits';

const PATH = '.gitignore';

/**
 * The workspace's .gitignore may hide parts of a capability by patterns for other things, as `build/` hides `scripts/build`: it gets lines that show them,
 * in every capability. One that hides capabilities as a whole is left alone.
 * @param paths of files of the capability, relative to its folder
 */
export function showInGit(
  tree: Tree,
  { folder, package: own }: CapabilityNames,
  { naming }: Blueprint,
  paths: readonly string[],
): void {
  const text = tree.exists(PATH) ? tree.read(PATH, 'utf8')! : '';
  const place = `${folder}/${naming.sourceRoot}/${own}/`;
  const inPackage = paths.map((path) => `${folder}/${path}`).filter((path) => path.startsWith(place));
  const lines = shownAgain(text, inPackage);
  if (lines.length === 0 || lines.some((line) => !line.startsWith(`!/${place}`))) return;
  const everywhere = lines.map(
    (line) => `!**/${naming.sourceRoot}/${naming.prefix}*/${line.slice(`!/${place}`.length)}`,
  );
  tree.write(PATH, applyEdits(text, [appendedLines(text, everywhere)]));
}
