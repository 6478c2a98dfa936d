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
  const last = changed[changed.length - 1];
  const slash = slashAfter(text, last);
  const isWhole =
    changed.length === 1 && (first.segments.length > 1 || downs.length === 1 || rest.length === 1);
  if (first.style === 'text' || (isWhole && first.body !== first.span)) {
    const body = { start: first.body.start, end: last.body.end - slash.length };
    const common = changed.length === 1 ? sharedTail(first.segments, rest) : 0;
    const lead = first.style === 'text' ? '/' : '';
    const tail = `/${first.segments.slice(first.segments.length - common).join('/')}`;
    if (common === 0 || !text.slice(body.start, body.end).endsWith(tail))
      return { ...body, text: lead + rest.join('/') };
    const end = body.end - tail.length;
    return { start: body.start, end, text: lead + rest.slice(0, rest.length - common).join('/') };
  }
  const span = { start: first.span.start, end: last.span.end };
  const parts = [...rest.slice(0, -1), rest[rest.length - 1] + slash];
  return {
    ...span,
    text: parts.map((part) => quoted(text, [...changed, ...downs], part)).join(separator(text, downs)),
  };
}

/** What a literal ends with may be what a name is put behind. */
function slashAfter(text: string, { body, span }: Down): string {
  return body === span ? '' : (/\/{1,9}$/.exec(text.slice(body.start, body.end))?.[0] ?? '');
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
