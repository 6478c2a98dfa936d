import { normaliseName } from '../../project/distributions';

/** A requirement (PEP 508) in its parts. */
export interface Requirement {
  /** PEP 503 normalised. */
  name: string;
  /** Normalised and sorted. */
  extras: string[];
  specifier: string;
  url: string | null;
  /** Without the white space that means nothing; empty when it always holds. */
  marker: string;
  /** Where the specifier stands in the text; of width 0 where one would stand. */
  span: readonly [number, number];
}

const HEAD = /^\s*([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(?:\[([^\]]*)\])?/;

/** @returns null for what is no requirement */
export function readRequirement(text: string): Requirement | null {
  const head = HEAD.exec(text);
  if (!head) return null;
  const rest = text.slice(head[0].length);
  const url = /^\s*@\s*(\S+)\s*(?:\s;(.*))?$/s.exec(rest);
  const versions = /^(\s*)([^;@]*?)\s*(?:;(.*))?$/s.exec(rest);
  if (!url && (!versions || !/^$|^\(?\s*(~=|={2,3}|!=|[<>]=?)/.test(versions[2]))) return null;
  const start = head[0].length + (url || versions![2] === '' ? 0 : versions![1].length);
  const specifier = url ? '' : versions![2];
  return {
    name: normaliseName(head[1]),
    extras: (head[2] ?? '')
      .split(',')
      .map((extra) => normaliseName(extra.trim()))
      .filter((extra) => extra !== '')
      .sort(),
    specifier,
    url: url ? url[1] : null,
    marker: normaliseMarker((url ? url[2] : versions![3]) ?? ''),
    span: [start, start + specifier.length],
  };
}

/** Same requirement of the same environment: the name and when it holds. */
export function requirementKey({ name, marker }: Requirement): string {
  return marker === '' ? name : `${name};${marker}`;
}

function normaliseMarker(marker: string): string {
  return marker
    .replace(/\s+/g, ' ')
    .replace(/ ?(===?|~=|!=|<=|>=|<|>) ?/g, '$1')
    .replaceAll("'", '"')
    .trim();
}
