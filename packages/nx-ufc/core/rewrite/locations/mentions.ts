import { countBefore } from '../../text/bisect';
import type { Node } from '../../python/ast';

/** Where a text has the words that path expressions begin with: most of a file has none, and need not be looked at. */
export interface Mentions {
  /** A name that may begin one from now on. */
  add(name: string): void;
  /** May a path expression begin inside of a node? */
  within(node: Pick<Node, 'start' | 'end'>): boolean;
}

/** What path expressions start at that no variable holds. */
const ANCHORS = /__file__|__path__|files|get(?:source)?file/g;

export function mentionsIn(text: string): Mentions {
  const known = new Set<string>();
  let places = [...text.matchAll(ANCHORS)].map(({ index }) => index);
  return {
    add(name) {
      if (known.has(name)) return;
      known.add(name);
      for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) places.push(at);
      places = places.sort((a, b) => a - b);
    },
    within({ start, end }) {
      const before = countBefore(places, (place) => place < start);
      return before < places.length && places[before] < end;
    },
  };
}
