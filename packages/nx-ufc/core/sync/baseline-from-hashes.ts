import { policyOf } from '../blueprint/template-set';
import type { RenderedFile } from '../templates/render';
import type { SyncContext } from './context';
import { readText } from './file-text';
import type { BaselineLock, LockEntry } from './types';

/**
 * Entries of files of which only the hashes were kept. A file that is as it was generated is its own base; of one that was
 * changed the text is known only when its template still says it, else it is the person's.
 * @param hashes path → SHA-256 of what was generated
 */
export function baselineFromHashes(
  { set, read, hash, keep }: SyncContext,
  rendered: readonly RenderedFile[],
  hashes: Readonly<Record<string, string>>,
): BaselineLock['files'] {
  const files: Record<string, LockEntry> = {};
  for (const { path, content, template } of rendered) {
    if (template === undefined || hashes[path] === undefined) continue;
    const bytes = read(path);
    const present = bytes && readText(bytes)?.text;
    const text = [content, present].find(
      (candidate) => typeof candidate === 'string' && hash(candidate) === hashes[path],
    );
    const known = { template, version: '0.0.0', policy: policyOf(set, template) };
    files[path] =
      typeof text === 'string'
        ? { ...known, base: hashes[path], text: keep(text), state: bytes ? 'clean' : 'deleted' }
        : { ...known, base: null, text: null, state: bytes ? 'yours' : 'deleted' };
  }
  return files;
}
