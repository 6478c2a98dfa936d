import { isFileOfKind } from '../../compliance/required-file';
import { share } from '../share';
import type { Term } from '../types';

/** What a distribution says of itself, and the files that people look for first. */
export const completeness: Term = ({ metadata, project }) => {
  const has = (wanted: string) => project.tree.files.some(({ path }) => isFileOfKind(path, wanted));
  const parts: Record<string, boolean> = {
    name: metadata.name !== null,
    version: metadata.version !== null,
    description: metadata.description !== null,
    'requires-python': metadata.requiresPython !== null,
    licence: metadata.license !== null || has('LICENSE'),
    README: has('README.md'),
    pyproject: metadata.files.includes('pyproject.toml'),
  };
  const missing = Object.keys(parts).filter((part) => !parts[part]);
  const total = Object.keys(parts).length;
  const { value, evidence } = share(total - missing.length, total, 'parts of the metadata');
  return { value, evidence: missing.length > 0 ? `${evidence}; missing: ${missing.join(', ')}` : evidence };
};
