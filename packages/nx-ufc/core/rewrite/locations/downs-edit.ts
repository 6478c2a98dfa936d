import type { Edit } from '../../text/edits';
import type { Down } from './types';

/** Edits that make the literals of a path say other segments; those at the end that stay are not touched. Null when they cannot. */
export function downsEdits(text: string, downs: readonly Down[], segments: readonly string[]): Edit[] | null {
  const rest = [...segments];
  let kept = downs.length;
  while (kept > 0 && endsWith(rest, downs[kept - 1].segments)) rest.length -= downs[--kept].segments.length;
  const changed = downs.slice(0, kept);
  if (changed.length === 0) return rest.length === 0 ? [] : [inserted(text, downs, rest)];
  if (rest.length === 0) {
    const next = downs[kept];
    return next && next.style !== 'text'
      ? [{ start: changed[0].span.start, end: next.span.start, text: '' }]
      : null;
  }
  return [replaced(text, downs, changed, rest)];
}

function endsWith(segments: readonly string[], tail: readonly string[]): boolean {
  return (
    tail.length <= segments.length &&
    tail.every((part, i) => segments[segments.length - tail.length + i] === part)
  );
}

function replaced(text: string, downs: readonly Down[], changed: readonly Down[], rest: string[]): Edit {
  const [first] = changed;
  const isWhole =
    changed.length === 1 && (first.segments.length > 1 || downs.length === 1 || rest.length === 1);
  if (first.style === 'text' || (isWhole && first.body !== first.span)) {
    const last = changed[changed.length - 1];
    const body = { start: first.body.start, end: last.body.end };
    const common = changed.length === 1 ? sharedTail(first.segments, rest) : 0;
    const lead = first.style === 'text' ? '/' : '';
    if (common === 0 || text.slice(body.start, body.end).endsWith('/'))
      return { ...body, text: lead + rest.join('/') };
    const tail = first.segments.slice(first.segments.length - common).join('/');
    const end = body.end - tail.length - 1;
    return { start: body.start, end, text: lead + rest.slice(0, rest.length - common).join('/') };
  }
  const span = { start: first.span.start, end: changed[changed.length - 1].span.end };
  return {
    ...span,
    text: rest.map((part) => quoted(text, [...changed, ...downs], part)).join(separator(text, downs)),
  };
}

/** How many segments at the end are the same, one at least left to replace on both sides. */
function sharedTail(old: readonly string[], next: readonly string[]): number {
  let count = 0;
  while (
    count < Math.min(old.length, next.length) - 1 &&
    old[old.length - 1 - count] === next[next.length - 1 - count]
  )
    count++;
  return count;
}

function inserted(text: string, downs: readonly Down[], rest: string[]): Edit {
  const [first] = downs;
  if (first.style === 'text') return { ...at(first.body.start), text: `/${rest.join('/')}` };
  if (first.segments.length > 1) return { ...at(first.body.start), text: `${rest.join('/')}/` };
  const gap = separator(text, downs);
  return { ...at(first.span.start), text: rest.map((part) => quoted(text, downs, part) + gap).join('') };
}

const at = (offset: number) => ({ start: offset, end: offset });

/** As the literals beside it are quoted: inside of an f-string no others may be. */
function quoted(text: string, like: readonly Down[], part: string): string {
  const quotes = like.flatMap(({ span }) => /['"]/.exec(text.slice(span.start, span.end))?.[0] ?? []);
  const quote = quotes[0] ?? '"';
  return quote + part + quote;
}

/** What the source puts between two literals of the path. */
function separator(text: string, downs: readonly Down[]): string {
  const [first, second] = downs;
  const between = second ? text.slice(first.span.end, second.span.start) : '';
  const simple = first.style === 'operator' ? /^\s*\/\s*$/ : /^\s*,\s*$/;
  return simple.test(between) ? between : first.style === 'operator' ? ' / ' : ', ';
}
