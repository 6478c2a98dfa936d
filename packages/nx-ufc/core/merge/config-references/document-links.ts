import { follow, relativeSegments } from '../../rewrite/locations/targets';
import type { ConfigEdit, ConfigReferenceKind, MovedNames } from './kind';
import { upwardPath } from './upward-path';
import { pathEdit } from './words';

type Link = ConfigEdit & { certain: boolean };

/** `[text](path "title")`, `![image](<path>)`, definitions (https://spec.commonmark.org/0.31.2/#links), and what MyST includes. */
const MARKDOWN = [
  /\]\(<?([^()\s<>#?]+)/g,
  /^[ ]{0,3}\[[^\]\n]+\]:[ \t]+<?([^\s<>#?]+)/gm,
  /^[ \t]*(?:`{3,}|:{3,}|~{3,})\{(?:literalinclude|include|image|figure)\}[ \t]+([^\s#?]+)/gm,
];
/** What reStructuredText includes, shows and links to (https://docutils.sourceforge.io/docs/ref/rst/directives.html, and Sphinx's). */
const RESTRUCTURED = [
  /^[ \t]*\.\.[ \t]+(?:\|[^|\n]+\|[ \t]+)?(?:literalinclude|include|image|figure|plot|graphviz)[ ]?::[ \t]+([^\s#?]+)(?=[ \t]*$)/gm,
  /^[ \t]+:(?:file|filename|target):[ \t]+([^\s#?]+)(?=[ \t]*$)/gm,
  /^[ \t]*\.\.[ \t]+_[^:\n]+:[ \t]+([^\s#?]+)(?=[ \t]*$)/gm,
  /(?:`[^`<\n]*<|:download:`)([^`<>\s#?]+)(?=>?`)/g,
];
/** https://docs.asciidoctor.org/asciidoc/latest/directives/include */
const ASCIIDOC = [/\b(?:include|image|link|xref)::?([^\s[\]:#?]+)(?=\[)/g];
/** Snippets of MkDocs begin at the folder of the project (https://facelessuser.github.io/pymdown-extensions/extensions/snippets). */
const SNIPPET = /--8<--[ \t]+["']([^"':\n]+)/g;

/** Links of a document to files and folders, from its own folder. */
export const documentLinks: ConfigReferenceKind = {
  id: 'document-link',
  files: /\.(md|markdown|qmd|rst|adoc|asciidoc)$/i,
  find(text, names, path) {
    const isMarkdown = /\.(md|markdown|qmd)$/i.test(path);
    const patterns = isMarkdown ? MARKDOWN : path.endsWith('.rst') ? RESTRUCTURED : ASCIIDOC;
    const atTop = isMarkdown || !path.includes('/');
    const links = matches(text, patterns).flatMap(({ target, start }) =>
      target.startsWith('/') && !isMarkdown
        ? (fromSources(target, start, names, path) ?? [])
        : (linkEdit(target, start, names, path, atTop) ??
          (isMarkdown ? bareLink(target, start, names, path) : [])),
    );
    const snippets = matches(text, [SNIPPET]).flatMap(
      ({ target, start }) => linkEdit(target, start, names, 'x.md', true) ?? [],
    );
    const found = [...links, ...snippets];
    return {
      edits: found.filter(({ certain }) => certain),
      doubts: found.filter(({ certain, evidence }) => !certain && evidence === FROM_SOURCES),
    };
  },
};

function matches(text: string, patterns: readonly RegExp[]): { target: string; start: number }[] {
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: whole, 1: target, index }) => ({
      target,
      start: index + whole.length - target.length,
    })),
  );
}

/** @param atTop a path without steps up begins at the project: Markdown is mostly read there */
function linkEdit(
  target: string,
  start: number,
  names: MovedNames,
  path: string,
  atTop: boolean,
): Link | null {
  if (/^\/|^[\w+.-]+:/.test(target)) return null;
  const named = target.replace(/\/$/, '');
  const word = { text: named, start, previous: '', line: [] };
  return upwardPath(word, names, path) ?? (atTop && named.includes('/') ? pathEdit(word, names) : null);
}

/** `[the app](shop)`, `[run](main.py)`: beside a document at the top. */
function bareLink(target: string, start: number, names: MovedNames, path: string): Link[] {
  if (path.includes('/') || !/^[\w.-]+\/?$/.test(target)) return [];
  const named = target.replace(/\/$/, '');
  const text = names.mapPath(named);
  if (text === null || text === named) return [];
  return [{ start, end: start + named.length, text, evidence: 'path of what moved', certain: true }];
}

const FROM_SOURCES = 'path of what moved, from the folder of the sources of Sphinx';

/** A path that begins with a slash begins at the folder of the sources, which is one above the document. */
function fromSources(target: string, start: number, names: MovedNames, file: string): Link | null {
  const segments = target.split('/').filter((part) => part !== '');
  const above = file.split('/').slice(0, -1);
  for (let depth = above.length; depth > 0; depth--) {
    const folder = above.slice(0, depth).join('/');
    const path = follow(folder, segments);
    const moved = path ? names.mapPath(path) : null;
    if (moved === null) continue;
    const text = `/${relativeSegments(folder, moved).join('/')}`;
    return { start, end: start + target.length, text, evidence: FROM_SOURCES, certain: false };
  }
  return null;
}
