import type { MovedNames } from '../merge/config-references/kind';
import type { ReviewItem } from '../plan/types';
import type { ProjectFacts } from '../project/types';
import { decodeSource } from '../python';
import { extractFacts } from '../python/facts';
import type { StringFact } from '../python/facts/types';
import { plannedEdit } from '../rewrite/context';
import { proposedEdit } from '../rewrite/proposal';
import type { WorkspaceFile } from './types';

/** What may stand between the parts of one path: `"libs" / "models"`, `join("libs", "models")`. */
const BETWEEN = /^\s*[,/]\s*$/;

/**
 * Literals in Python files of other projects that are a path of the package in the workspace, whole (`"libs/models/pkg"`) or in parts. Which folder such a path
 * begins at only who runs the program knows, so they are listed.
 * @param folder of the package in the workspace; one that has no slash is a word like any other
 * @param known facts of the files that were read already
 */
export function pathLiterals(
  { path: file, bytes }: WorkspaceFile,
  folder: string,
  names: MovedNames,
  known: Pick<ProjectFacts, 'sources' | 'facts'>,
): ReviewItem[] {
  const parts = folder.split('/');
  const spellings = [folder, `"${parts.at(-1)}"`, `'${parts.at(-1)}'`];
  if (parts.length < 2 || !spellings.some((one) => Buffer.from(bytes).includes(one))) return [];
  const source = known.sources.get(file) ?? decodeSource(file, bytes);
  const { strings } = known.facts.get(file) ?? extractFacts(source);
  return strings.flatMap((string, at) => {
    if (string.bytes || string.role === 'docstring') return [];
    const isWhole = string.value === folder || string.value.startsWith(`${folder}/`);
    if (!isWhole && !isInParts(source.text, strings.slice(at, at + parts.length), parts)) return [];
    const path = isWhole ? string.value.replace(/\/$/, '') : folder;
    const now = names.mapPath(path) ?? names.mapBelow(path);
    return now === null ? [] : item(file, source.text, string, isWhole ? path : null, now);
  });
}

function isInParts(text: string, strings: readonly StringFact[], parts: readonly string[]): boolean {
  return (
    strings.length === parts.length &&
    strings.every(({ value }, at) => value === parts[at]) &&
    strings.every(
      ({ span }, at) => at === 0 || BETWEEN.test(text.slice(strings[at - 1].span.end, span.start)),
    )
  );
}

/** @param path that the literal begins with, which a proposal replaces; null where it is in parts */
function item(
  file: string,
  text: string,
  { span, prefix, quote }: StringFact,
  path: string | null,
  now: string,
): ReviewItem {
  const start = span.start + prefix.length + quote.length;
  // An escape makes the source another text than its value.
  const isPlain = path !== null && text.startsWith(path, start);
  const named = { start, end: start + (isPlain ? path.length : 0) };
  const edit = plannedEdit({ text }, named, isPlain ? now : '', 'string', '');
  const message = `may be a path of the package that moved to ${now}; left as it is`;
  return proposedEdit({ text, info: { path: file } }, edit, 'PATH_REFERENCE', message);
}
