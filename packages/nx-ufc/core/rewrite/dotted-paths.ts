/** A dotted path that begins with the name of a moved package, found inside of a text. Offsets are those of the text. */
export interface DottedPath {
  parts: string[];
  /** Exclusive end of each part. */
  partEnds: number[];
  /** What stands between the parts: `.`, `\.` in a raw regex, `\\.` in a plain one. */
  separator: string;
  start: number;
  end: number;
}

/** Find every dotted path below `roots` in `text` from `from` to `to`. A name inside of a path, URL or longer word is none. */
export function findDottedPaths(
  text: string,
  roots: Iterable<string>,
  from: number,
  to: number,
): DottedPath[] {
  const found: DottedPath[] = [];
  // A search of the whole text from here would go on to its end for every string in it.
  const searched = text.slice(from, to);
  for (const root of roots) {
    for (let i = searched.indexOf(root); i >= 0; i = searched.indexOf(root, i + root.length)) {
      const at = from + i;
      if (
        at > from &&
        /[\w./@-]/.test(text[at - 1]) &&
        !isEscape(text, at - 1, from) &&
        !isOption(text, at, from) &&
        !isScheme(text, at, from)
      )
        continue;
      const path = readPath(text, at, root.length, to);
      if (path) found.push(path);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The letter before is that of an escape: `\\npkg.mod`, or `\\bpkg` in a regular expression. */
function isEscape(text: string, at: number, from: number): boolean {
  return at > from && text[at - 1] === '\\' && /[ntrfvbAsSwW]/.test(text[at]);
}

/** The letter before is that of an option which takes a module right behind it: `-mpkg.mod`, `-ppkg.plugin`. */
function isOption(text: string, at: number, from: number): boolean {
  return /(^|\s)-[mp]$/.test(text.slice(Math.max(from, at - 3), at));
}

/** What the slash before ends says that a package follows: `pkg://pkg.conf`, as Hydra has it (https://hydra.cc/docs/advanced/search_path/). */
export function isScheme(text: string, at: number, from: number): boolean {
  return /(^|\W)(pkg|package|module|python):\/\/$/.test(text.slice(Math.max(from, at - 11), at));
}

function readPath(text: string, start: number, rootLength: number, to: number): DottedPath | null {
  const parts = [text.slice(start, start + rootLength)];
  const partEnds = [start + rootLength];
  let separator = '.';
  let at = start + rootLength;
  const next = /(\\{0,2}\.)([A-Za-z_]\w*)/y;
  for (;;) {
    next.lastIndex = at;
    const match = next.exec(text);
    if (!match || next.lastIndex > to || (parts.length > 1 && match[1] !== separator)) break;
    separator = match[1];
    parts.push(match[2]);
    at = next.lastIndex;
    partEnds.push(at);
  }
  if (at > to || (at < to && /[\w/]/.test(text[at]))) return null;
  return { parts, partEnds, separator, start, end: at };
}
