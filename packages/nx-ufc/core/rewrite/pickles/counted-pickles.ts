import type { StringFact, Span } from '../../python/facts/types';
import { modulePrefixLength } from '../../project/names';
import type { RewriteContext } from '../context';
import { newNameOf } from '../context';
import { bytesOf, type LiteralBytes } from './bytes-literal';
import { namedModules, type NamedModule } from './named-modules';
import type { Operation } from './operations';
import { FRAME, littleEndian, operationsOf } from './operations';

export interface Replacement {
  span: Span;
  text: string;
}

/** What makes a pickle follow; the modules that it names where the literals can hold no other count. */
export interface PickleEdits {
  edits: Replacement[];
  stuck: string[];
}

/**
 * Modules that a pickle of protocol 4 or newer names in bytes literals: the name, the count of its letters before it, and the length of the
 * frame that it lies in (PEP 3154). Null when the literals are not exactly one pickle.
 */
export function countedPickle(context: RewriteContext, literals: readonly StringFact[]): PickleEdits | null {
  const read = bytesOf(context.text, literals);
  const operations = read && operationsOf(read.bytes);
  const named = operations && namedModules(read.bytes, operations);
  if (!named) return null;
  const moved = movedNames(context, named);
  const stuck = named.filter(
    ({ operation }) =>
      moved.has(operation) &&
      (literals.some(({ prefix }) => /r/i.test(prefix)) || moved.get(operation)!.length > LONGEST),
  );
  if (stuck.length > 0) return { edits: [], stuck: stuck.map(({ module }) => module) };
  return {
    edits: [
      ...[...moved].flatMap(([operation, name]) => renamed(read, operation, name)),
      ...operations
        .filter(({ code }) => code === FRAME)
        .flatMap((frame) => resized(read, frame, grown(read.bytes, frame, moved))),
    ],
    stuck: [],
  };
}

/** Of a text that one byte counts. */
const LONGEST = 255;

function movedNames(context: RewriteContext, names: readonly NamedModule[]): Map<Operation, string> {
  const { mapping, project } = context;
  const moved = new Map<Operation, string>();
  for (const { operation, module, name } of names) {
    const parts = module.split('.');
    if (!mapping.roots.has(parts[0]) || modulePrefixLength(project, parts) < parts.length) continue;
    moved.set(operation, mapping.attributes?.get(`${module}:${name}`) ?? newNameOf(mapping, module));
  }
  return moved;
}

/** By how much what lies in a frame grows. */
function grown(bytes: readonly number[], frame: Operation, moved: ReadonlyMap<Operation, string>): number {
  const end = frame.end + littleEndian(bytes.slice(frame.argument, frame.end));
  return [...moved]
    .filter(([{ start }]) => frame.end <= start && start < end)
    .reduce((sum, [{ argument, end: last }, name]) => sum + name.length - (last - argument), 0);
}

function renamed(read: LiteralBytes, { start, end }: Operation, name: string): Replacement[] {
  return written(read, start + 1, end, escaped(name.length) + name);
}

function resized(read: LiteralBytes, frame: Operation, by: number): Replacement[] {
  if (by === 0) return [];
  let left = littleEndian(read.bytes.slice(frame.argument, frame.end)) + by;
  let text = '';
  for (let at = frame.argument; at < frame.end; at++, left = Math.floor(left / 256))
    text += escaped(left % 256);
  return written(read, frame.argument, frame.end, text);
}

/** What stands for bytes instead of those written; where they go on in another literal, all of it stands in the first. */
function written({ spans }: LiteralBytes, from: number, to: number, text: string): Replacement[] {
  const pieces: Span[] = [];
  for (const { start, end } of spans.slice(from, to)) {
    const last = pieces.at(-1);
    if (last?.end === start) last.end = end;
    else pieces.push({ start, end });
  }
  return pieces.map((span, at) => ({ span, text: at === 0 ? text : '' }));
}

function escaped(byte: number): string {
  return `\\x${byte.toString(16).padStart(2, '0')}`;
}
