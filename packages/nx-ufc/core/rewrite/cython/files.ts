import type { MovedNames } from '../../merge/config-references/kind';
import type { PlannedEdit } from '../../plan/types';
import type { Span } from '../../python/facts/types';
import { plannedEdit } from '../context';
import { follow, relativeSegments } from '../locations/targets';
import type { LexedCython } from './lexed';

/** `include "x.pxi"` puts a file in its place, `cdef extern from "x.h"` includes a header in the C that is made beside it. */
const INCLUDE = /^(?:include|cdef\s+extern\s+from)\s*(["'])([^"'\\\n]+)\1/;
/** Comments that tell the build of one file (https://cython.readthedocs.io/en/latest/src/userguide/source_files_and_compilation.html). */
const DISTUTILS = /^#\s*distutils:\s*(?:sources|depends|include_dirs|extra_objects)\s*=/;

/** Edits for the files that a source of Cython names, from its own folder or that of the project. */
export function rewriteCythonFiles(
  text: string,
  path: string,
  { lines, comments }: LexedCython,
  names: MovedNames,
): PlannedEdit[] {
  const found = [
    ...lines.flatMap((line) => included(text.slice(line.start, line.end), line.start, path, names)),
    ...comments.flatMap((comment) => sources(text.slice(comment.start, comment.end), comment.start, names)),
  ];
  return found.map((one) => plannedEdit({ text }, one, one.after, 'config', one.evidence));
}

interface Found extends Span {
  after: string;
  evidence: string;
}

function included(line: string, at: number, path: string, names: MovedNames): Found[] {
  const match = INCLUDE.exec(line);
  if (!match) return [];
  const folder = path.slice(0, Math.max(path.lastIndexOf('/'), 0));
  const home = names.mapPath(path) ?? path;
  const beside = follow(folder, match[2].split('/'));
  const target =
    (beside === null ? null : names.mapPath(beside)) ??
    names.mapPath(match[2]) ??
    names.mapPath(`src/${match[2]}`);
  if (target === null) return [];
  const after = relativeSegments(home.slice(0, Math.max(home.lastIndexOf('/'), 0)), target).join('/');
  const start = at + match[0].length - 1 - match[2].length;
  if (after === match[2]) return [];
  return [{ start, end: start + match[2].length, after, evidence: 'included file' }];
}

function sources(comment: string, at: number, names: MovedNames): Found[] {
  const head = DISTUTILS.exec(comment)?.[0].length;
  if (head === undefined) return [];
  return [...comment.slice(head).matchAll(/[^\s,'"[\]]+/g)].flatMap(({ 0: word, index }) => {
    const after = names.mapPath(word) ?? names.mapBelow(word);
    const start = at + head + index;
    return after === null || after === word
      ? []
      : [{ start, end: start + word.length, after, evidence: 'file of the build' }];
  });
}
