import { holdsMetadata } from '../merge/pyproject/merge';
import type { ProjectMetadata } from '../metadata/types';
import { textAt } from '../metadata/tree-text';
import type { Analysis } from '../project/analysis';
import { lineNumberAt } from '../text/lines';
import type { PlannedEdit } from './types';

const VERSION = /^(\[metadata\][^[]*?^version[ \t]*[=:][ \t]*)(attr:[ \t]*[\w.]+)[ \t]*$/m;

/**
 * setup.cfg may say that the version is an attribute of the package. Setuptools look for it by the package's folder as setup.cfg knows it, before they read
 * pyproject.toml, where it is written down: then it is in setup.cfg, too.
 */
export function setupCfgVersion({ project, metadata }: Analysis, path: string): PlannedEdit[] {
  if (path !== 'setup.cfg' || metadata.version === null) return [];
  const { bytes } = project.tree.files.find((file) => file.path === path)!;
  const text = Buffer.from(bytes).toString('utf8');
  const match = VERSION.exec(text);
  if (!match || !isRead(metadata, textAt(project.tree, 'pyproject.toml'))) return [];
  const start = match.index + match[1].length;
  const [before, evidence] = [match[2], 'tool-settings: the version is written down'];
  const line = lineNumberAt(text, start);
  return [
    { start, end: start + before.length, text: metadata.version, kind: 'config', line, before, evidence },
  ];
}

/** Setuptools read it, and so they do where pyproject.toml held the metadata before. */
function isRead({ backend }: ProjectMetadata, pyproject: string | null): boolean {
  return !holdsMetadata(pyproject) || backend.startsWith('setuptools.');
}
