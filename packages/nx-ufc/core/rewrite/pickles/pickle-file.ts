import type { ProjectFacts, TreeFile } from '../../project/types';
import type { Rewrite } from '../context';
import { plannedEdit } from '../context';
import type { MoveMapping } from '../mapping';
import { isPickleFile, pickledNames, pickledReferences } from '../pickle-data';
import { joined, switchable } from '../proposal';
import { asText, pickleEdits } from './pickle-edits';

/** Larger files are listed: they hold arrays, and would be taken apart byte by byte. */
const LARGEST = 4 * 1024 * 1024;

/**
 * A file that is exactly one pickle follows, whatever it is called; what else a pickle names of the package is listed. Offsets count bytes. Null for a file
 * that is none.
 */
export function rewritePickle(
  project: ProjectFacts,
  mapping: MoveMapping,
  { path, bytes }: Pick<TreeFile, 'path' | 'bytes'>,
): Rewrite | null {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const mayName = [...mapping.roots].some((root) => content.includes(root));
  const found =
    mayName && lettersAreBytes(content) && bytes.length <= LARGEST
      ? pickleEdits(bytes, project, mapping)
      : null;
  const edits = found?.edits ?? [];
  if (edits.length === 0 && !isPickleFile(path, bytes)) return null;
  const modules = new Set(edits.map(({ module }) => module));
  const names = mayName ? pickledNames(bytes, mapping).filter((name) => !modules.has(name)) : [];
  const text = content.toString('latin1');
  const planned = edits.map((edit) => {
    const evidence = `pickle-global: ${edit.module === null ? 'length of a frame' : 'module of a pickled class'}`;
    return plannedEdit({ text }, edit, asText(edit).text, 'string', evidence, 1);
  });
  return joined([
    switchable({ text, info: { path }, mapping }, 'pickle-global', planned),
    { edits: [], review: pickledReferences(path, names) },
  ]);
}

/** Edits count letters where a file is text in UTF-8, and bytes where it is none. */
function lettersAreBytes(content: Buffer): boolean {
  const text = content.toString('utf8');
  return text.length === content.length || !Buffer.from(text).equals(content);
}
