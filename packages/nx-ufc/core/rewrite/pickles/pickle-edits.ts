import { modulePrefixLength } from '../../project/names';
import type { ProjectFacts } from '../../project/types';
import { applyEdits, type Edit } from '../../text/edits';
import { newNameOf } from '../context';
import type { MoveMapping } from '../mapping';
import { namedModules, type NamedModule } from './named-modules';
import type { Bytes, Operation } from './operations';
import { FRAME, littleEndian, operationsOf, SHORT_TEXT } from './operations';

/** Bytes of a pickle that are replaced by a count, a name, or both. */
export interface PickleEdit {
  start: number;
  end: number;
  count: number[];
  name: string;
  /** The module that had another name before; null for a count alone. */
  module: string | null;
}

/** What makes a pickle follow; the modules that it names where it can hold no other count. */
export interface PickleEdits {
  edits: PickleEdit[];
  stuck: string[];
}

/** Of a text that one byte counts. */
const LONGEST = 255;

/**
 * Modules of the package that a pickle names: as lines of text, or with the count of their letters before them and the length of the frame that they lie
 * in (PEP 3154). Null when the bytes are not exactly one pickle.
 */
export function pickleEdits(bytes: Bytes, project: ProjectFacts, mapping: MoveMapping): PickleEdits | null {
  const operations = operationsOf(bytes);
  const named = operations && namedModules(bytes, operations);
  if (!named) return null;
  const moved = new Map<Operation, { was: NamedModule; name: string }>();
  for (const was of named) {
    const name = newName(project, mapping, was);
    if (name !== null) moved.set(was.operation, { was, name });
  }
  const all = [...moved.values()];
  const stuck = all.filter(({ was, name }) => was.operation.code === SHORT_TEXT && name.length > LONGEST);
  if (stuck.length > 0) return { edits: [], stuck: stuck.map(({ was }) => was.module) };
  const grown = (frame: Operation) => {
    const end = frame.end + littleEndian(bytes.slice(frame.argument, frame.end));
    return all
      .filter(({ was }) => frame.end <= was.start && was.start < end)
      .reduce((sum, { was, name }) => sum + name.length - was.module.length, 0);
  };
  const frames = operations
    .filter(({ code }) => code === FRAME)
    .flatMap((frame) => resized(bytes, frame, grown(frame)));
  return { edits: [...all.map(renamed), ...frames].sort((a, b) => a.start - b.start), stuck: [] };
}

function newName(project: ProjectFacts, mapping: MoveMapping, { module, name }: NamedModule): string | null {
  const parts = module.split('.');
  if (!mapping.roots.has(parts[0]) || modulePrefixLength(project, parts) < parts.length) return null;
  return mapping.attributes?.get(`${module}:${name}`) ?? newNameOf(mapping, module);
}

function renamed({ was, name }: { was: NamedModule; name: string }): PickleEdit {
  const isCounted = was.operation.code === SHORT_TEXT;
  return {
    start: isCounted ? was.start - 1 : was.start,
    end: was.end,
    count: isCounted ? [name.length] : [],
    name,
    module: was.module,
  };
}

function resized(bytes: Bytes, frame: Operation, by: number): PickleEdit[] {
  if (by === 0) return [];
  const count: number[] = [];
  let left = littleEndian(bytes.slice(frame.argument, frame.end)) + by;
  for (let at = frame.argument; at < frame.end; at++, left = Math.floor(left / 256)) count.push(left % 256);
  return [{ start: frame.argument, end: frame.end, count, name: '', module: null }];
}

/** The bytes with their edits. */
export function applied(bytes: Uint8Array, edits: readonly PickleEdit[]): Buffer {
  const text = Buffer.from(bytes).toString('latin1');
  return Buffer.from(applyEdits(text, edits.map(asText)), 'latin1');
}

/** An edit of the bytes as letters of latin-1. */
export function asText({ start, end, count, name }: PickleEdit): Edit {
  return { start, end, text: String.fromCharCode(...count) + name };
}
