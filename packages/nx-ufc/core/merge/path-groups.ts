import { mappedBraces } from './braces';

/** A folder with alternatives below it, in a regular expression: `pkg/(api|models)/`, `pkg/(?:a|b)\.py`. */
const GROUP =
  /(?<![\w.\\/-])((?:[\w-]|\\\.)+(?:\/(?:[\w-]|\\\.)+)*\/)\((\?:)?((?:[\w/-]|\\\.)+(?:\|(?:[\w/-]|\\\.)+)+)\)(\\\.pyi?(?![\w.]))?/g;

export interface PathGroup {
  start: number;
  end: number;
  text: string;
}

/**
 * Alternatives below a folder that moved, where some of them moved elsewhere than it: each gets its own path, behind what all begin with.
 * @param mapPath the new path of a file or folder; null when it does not move
 */
export function movedGroups(text: string, mapPath: (path: string) => string | null): PathGroup[] {
  if (!text.includes('/(')) return [];
  return [...text.matchAll(GROUP)].flatMap((match) => {
    const [whole, folder, open = '', inner, suffix = ''] = match.map((part: string | undefined) =>
      part?.replaceAll('\\.', '.'),
    ) as string[];
    const parent = mapPath(folder.slice(0, -1));
    if (parent === null) return [];
    const below = (path: string) => `${parent}/${path.slice(folder.length)}`;
    const map = (path: string) => {
      const [, bare, slash] = /^(.*?)(\/?)$/.exec(path)!;
      return `${mapPath(bare) ?? below(bare)}${slash}`;
    };
    const all = inner.split('|').map((one) => `${folder}${one}${suffix}`);
    if (all.every((path) => map(path) === below(path))) return [];
    const mapped = mappedBraces(`${folder}{${inner.replaceAll('|', ',')}}${suffix}`, map)!;
    const next = mapped.replace('{', `(${open}`).replaceAll(',', '|').replace('}', ')');
    const end = match.index + match[0].length;
    const isEscaped = match[0] !== whole;
    return [{ start: match.index, end, text: isEscaped ? next.replaceAll('.', '\\.') : next }];
  });
}
