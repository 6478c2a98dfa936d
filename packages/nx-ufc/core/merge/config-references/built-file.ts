import { normaliseName } from '../../project/distributions';
import type { ConfigEdit, MovedNames } from './kind';
import type { Word } from './line-words';

/** A pattern of what a build writes, which begins with the name of the distribution: `dist/pkg-*.whl`, `pkg*.tar.gz`. */
const BUILT = /^(.*\/)?([A-Za-z][\w.]*?)(?=[-*])[\w.-]*\*[\w.*-]*\.(whl|tar\.gz)$/;

/** Files of the distribution have its new name. A file without a pattern may be one that was published before. */
export function builtFile({ text, start }: Word, { distribution }: MovedNames): ConfigEdit | null {
  if (!text.includes('*')) return null;
  const [, folder = '', name] = BUILT.exec(text) ?? [];
  if (name === undefined || normaliseName(name) !== distribution.from) return null;
  const at = start + folder.length;
  const edit = { start: at, end: at + name.length, text: distribution.to.replaceAll('-', '_') };
  return edit.text === name
    ? null
    : { ...edit, evidence: 'file of the distribution, which has another name now' };
}
