import type { MovedNames } from '../merge/config-references/kind';
import type { ReviewItem } from '../plan/types';
import { isAmong, searchPathArguments } from '../project/search-path';
import type { ProjectFacts } from '../project/types';
import { decodeSource } from '../python';
import { extractFacts } from '../python/facts';
import type { FileFacts, Span, StringFact } from '../python/facts/types';
import { plannedEdit } from '../rewrite/context';
import { proposedEdit } from '../rewrite/proposal';
import { anchoredPaths } from './anchored-paths';
import type { ConsumerFile, WorkspaceFile } from './types';
import { outsideModule } from './view';

/** What may stand between the parts of one path: `"libs" / "models"`, `join("libs", "models")`. */
const BETWEEN = /^\s*[,/]\s*$/;

/**
 * Paths of the package in Python files of other projects. Those that begin at `__file__` follow. Of literals that are one, whole (`"libs/models/pkg"`) or in
 * parts, only who runs the program knows which folder they begin at, so they are listed; where the folder has no slash it is a word like any other.
 * @param folder of the package in the workspace
 * @param known what is known of the files that were read already
 */
export function workspacePaths(
  { path: file, bytes }: WorkspaceFile,
  folder: string,
  names: MovedNames,
  known: ProjectFacts,
): { file: ConsumerFile; review: ReviewItem[] } | null {
  const last = folder.slice(folder.lastIndexOf('/') + 1);
  const spellings = [`${folder}/`, `${folder}"`, `${folder}'`, `"${last}"`, `'${last}'`];
  if (!spellings.some((one) => Buffer.from(bytes).includes(one))) return null;
  const source = known.sources.get(file) ?? decodeSource(file, bytes);
  const facts = known.facts.get(file) ?? extractFacts(source);
  const info = known.modulesByPath.get(file) ?? outsideModule(file);
  const edits = anchoredPaths({ project: known, info, facts, text: source.text }, names);
  const literals = folder.includes('/') ? literalsIn(file, { facts, text: source.text }, folder, names) : [];
  const review = literals.filter(
    ({ span }) => !edits.some(({ start, end }) => start < span.end && span.start < end),
  );
  return { file: { path: file, source, edits }, review: review.map(({ item }) => item) };
}

function literalsIn(
  file: string,
  { facts, text }: { facts: FileFacts; text: string },
  folder: string,
  names: MovedNames,
): { span: Span; item: ReviewItem }[] {
  const parts = folder.split('/');
  const { strings } = facts;
  const searched = searchPathArguments(facts);
  return strings.flatMap((string, at) => {
    if (string.bytes || string.role === 'docstring') return [];
    const isWhole = string.value === folder || string.value.startsWith(`${folder}/`);
    if (!isWhole && !isInParts(text, strings.slice(at, at + parts.length), parts)) return [];
    const path = isWhole ? string.value.replace(/\/$/, '') : folder;
    const found = isAmong(searched, string.span) ? (names.mapSearchPath?.(path) ?? null) : null;
    const now = found ?? names.mapPath(path) ?? names.mapBelow(path);
    if (now === null) return [];
    return [{ span: string.span, item: itemOf(file, text, string, isWhole ? path : null, now) }];
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
function itemOf(
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
