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

/** What makes a pickle follow; the modules that it names where the literals are cut in an awkward place for that. */
export interface PickleEdits {
  edits: Replacement[];
  stuck: string[];
}

/**
 * Modules that a pickle of protocol 4 or newer names in bytes literals: the name, the count of its letters before it, and the length of the
 * frame that it lies in (PEP 3154). Null when the literals are not exactly one pickle, or are cut in an awkward place.
 */
export function countedPickle(context: RewriteContext, literals: readonly StringFact[]): PickleEdits | null {
  const read = bytesOf(context.text, literals);
  const operations = read && operationsOf(read.bytes);
  const named = operations && namedModules(read.bytes, operations);
  if (!named) return null;
  const moved = movedNames(context, named);
  const isRaw = literals.some(({ prefix }) => /r/i.test(prefix));
  const edits = [
    ...[...moved].map(([operation, name]) => renamed(read, operation, name)),
    ...operations
      .filter(({ code }) => code === FRAME)
      .map((frame) => resized(read, frame, grown(read.bytes, frame, moved))),
  ];
  const made = edits.filter((edit) => edit !== 'unchanged');
  if (!isRaw && made.every((edit) => edit !== null)) return { edits: made, stuck: [] };
  return {
    edits: [],
    stuck: named.filter(({ operation }) => moved.has(operation)).map(({ module }) => module),
  };
}

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

function renamed(read: LiteralBytes, { start, end }: Operation, name: string): Replacement | null {
  const span = name.length < 256 ? spanOf(read, start + 1, end) : null;
  return span && { span, text: escaped(name.length) + name };
}

function resized(read: LiteralBytes, frame: Operation, by: number): Replacement | 'unchanged' | null {
  if (by === 0) return 'unchanged';
  const span = spanOf(read, frame.argument, frame.end);
  let left = littleEndian(read.bytes.slice(frame.argument, frame.end)) + by;
  let text = '';
  for (let at = frame.argument; at < frame.end; at++, left = Math.floor(left / 256))
    text += escaped(left % 256);
  return span && { span, text };
}

/** Where bytes are written; null when that is not one piece of one literal. */
function spanOf({ spans }: LiteralBytes, from: number, to: number): Span | null {
  for (let at = from + 1; at < to; at++) if (spans[at].start !== spans[at - 1].end) return null;
  return { start: spans[from].start, end: spans[to - 1].end };
}

function escaped(byte: number): string {
  return `\\x${byte.toString(16).padStart(2, '0')}`;
}
