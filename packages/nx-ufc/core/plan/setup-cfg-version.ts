import { holdsMetadata } from '../merge/pyproject/merge';
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
  const text = path === 'setup.cfg' ? textAt(project.tree, path) : null;
  const match = text === null ? null : VERSION.exec(text);
  if (
    text === null ||
    !match ||
    metadata.version === null ||
    holdsMetadata(textAt(project.tree, 'pyproject.toml'))
  )
    return [];
  const start = match.index + match[1].length;
  const [before, evidence] = [match[2], 'tool-settings: the version is written down'];
  const line = lineNumberAt(text, start);
  return [
    { start, end: start + before.length, text: metadata.version, kind: 'config', line, before, evidence },
  ];
}
