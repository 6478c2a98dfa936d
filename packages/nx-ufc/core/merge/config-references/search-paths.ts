import type { Span } from '../../python/facts/types';
import type { MovedNames } from './kind';

/** The variables of Python and mypy (https://docs.python.org/3/using/cmdline.html#envvar-PYTHONPATH), in whatever language sets them. */
const VARIABLE =
  /\b(?:MY)?PYTHONPATH["']?[ \t]*(?:[:?+]?=|:)[ \t]*["']?((?:\$\{\{[^}\n]*\}\}|\$?\{[^}\s]*\}|[^\s"'#{},])*)|^[ \t]*ENV[ \t]+PYTHONPATH[ \t]+(\S+)/gm;
/** Lists of Pyright and Pylance (https://microsoft.github.io/pyright/#/configuration), and of mkdocstrings' handler. */
const LIST =
  /(?:extraPaths["']?[ \t]*[:=]|\bpython:[ \t]*\n[ \t]+paths:)[ \t]*(\[[^\]]*\]|(?:[ \t]*\n[ \t]*-[^\n]*)+)/g;

/** Where a text names folders that packages are imported from, in its order. */
export function searchPathSpans(text: string): Span[] {
  const spans = [...text.matchAll(VARIABLE), ...text.matchAll(LIST)].map(
    ({ 0: whole, 1: value, 2: other, index }) => ({
      start: index + whole.length - (value ?? other).length,
      end: index + whole.length,
    }),
  );
  return spans.sort((a, b) => a.start - b.start);
}

/** Names as such a place means them: the folder of a project that packages were imported from is where they are imported from now. */
export function asSearchPath(names: MovedNames): MovedNames {
  const { mapSearchPath } = names;
  return mapSearchPath ? { ...names, mapPath: (path) => mapSearchPath(path) ?? names.mapPath(path) } : names;
}

/** What is copied into an image by itself, or mounted in a container. */
const COPIED = /^[ \t]*(?:COPY|ADD)[ \t]+(?:--\S+[ \t]+)*([\w./@-]+)[ \t]+(\/[\w./@-]+)[ \t]*$/gim;
const MOUNTED = /(?:^[ \t]*-[ \t]*|-v[ \t]+|--volume[= ])["']?([\w./@-]+):(\/[\w./@-]+)/gim;

/**
 * Where a file puts the project in an image or container: a place of its own, which the file goes on to name as before.
 * @returns by the place, the folder in it that packages are imported from now, `/src`; `""` where that has not changed
 */
export function imagePlaces(text: string, { mapPath, mapSearchPath }: MovedNames): Map<string, string> {
  const found = new Map<string, string>();
  if (!mapSearchPath) return found;
  for (const [, from, to] of [...text.matchAll(COPIED), ...text.matchAll(MOUNTED)]) {
    const source = from.replace(/^\.\//, '').replace(/\/$/, '');
    const [target, searched] = [mapPath(source), mapSearchPath(source)];
    if (target !== null && searched !== null && `${searched}/`.startsWith(`${target}/`))
      found.set(to.replace(/\/$/, ''), searched.slice(target.length));
  }
  return found;
}

export function isIn(spans: readonly Span[], at: number): boolean {
  return spans.some(({ start, end }) => start <= at && at < end);
}
