import type { Attribute, Name } from '../ast';
import type { LineIndex } from '../line-index';
import { lineOf } from '../line-index';
import type { FileFacts, RunScope, Span, StringFact } from './types';

/** Where the visitor stands; a new object per nesting, so nothing has to be restored. */
export interface Place {
  scopeId: number;
  /** Index of the enclosing function, or -1. */
  function: number;
  /** Index of the class whose body this is directly, or -1. */
  class: number;
  run: RunScope;
  guarded: boolean;
  /** What `__qualname__` begins with here: `Class.` or `function.<locals>.`. */
  qualifier: string;
  /** A string is a type here (a forward reference). */
  types: boolean;
  /** Inside an annotation. */
  annotation: boolean;
  /** Inside the expression of a forward reference. */
  inString: boolean;
}

export const MODULE_PLACE: Place = {
  scopeId: 0,
  function: -1,
  class: -1,
  run: 'module',
  guarded: false,
  qualifier: '',
  types: false,
  annotation: false,
  inString: false,
};

/** What gets its `resolved` once all bindings are known. */
export interface Resolvable {
  resolved: string | null;
}

/** A name or attribute chain that was seen; facts are made of those that concern others. */
export interface PendingReference {
  node: Name | Attribute;
  root: string;
  place: Place;
  /** In a class body that has not bound the name so far: it is looked up outside. */
  beforeBinding: boolean;
  /** What wants to know what the reference resolves to. */
  target: Resolvable | null;
  bindingScope: number;
}

export interface Extraction {
  text: string;
  lines: LineIndex;
  /** The line found last: facts come nearly in the order of the source. */
  lastLine: number;
  facts: FileFacts;
  references: PendingReference[];
  /** Reads without a load: `x += 1`, `super()`, `locals()`. */
  impliedReads: { scopeId: number; name: string }[];
  /** Scopes with a `nonlocal` declaration, and the name. */
  nonlocals: { scopeId: number; name: string }[];
  /** Starts of the names `__all__` whose assignment was understood. */
  knownAll: Set<number>;
}

/** What a string literal is used for, handed down to it. */
export interface StringUse {
  role: StringFact['role'];
  call: number;
  name: string | null;
}
export const OTHER_USE: StringUse = { role: 'other', call: -1, name: null };
export const ELEMENT_USE: StringUse = { role: 'element', call: -1, name: null };
export const KEY_USE: StringUse = { role: 'key', call: -1, name: null };
export const COMPARISON_USE: StringUse = { role: 'comparison', call: -1, name: null };
export const SUBSCRIPT_USE: StringUse = { role: 'subscript', call: -1, name: null };
export const ANNOTATION_USE: StringUse = { role: 'annotation', call: -1, name: null };
export const DOCSTRING_USE: StringUse = { role: 'docstring', call: -1, name: null };

/** Line (from 1) of an offset. */
export function lineAt(x: Extraction, offset: number): number {
  const { starts, count } = x.lines;
  let line = x.lastLine;
  if (offset < starts[line - 1]) line = lineOf(x.lines, offset);
  else {
    let steps = 0;
    while (line < count && offset >= starts[line]) {
      line++;
      if (++steps > 8) {
        line = lineOf(x.lines, offset);
        break;
      }
    }
  }
  x.lastLine = line;
  return line;
}

/** Column (from 1) of an offset in its line. */
export function columnAt(x: Extraction, offset: number, line: number): number {
  return offset - x.lines.starts[line - 1] + 1;
}

export function spanOf({ start, end }: Span): Span {
  return { start, end };
}

/** Line and column from 1 and the span of a node. */
export function placed(x: Extraction, node: Span): { line: number; column: number; span: Span } {
  const line = lineAt(x, node.start);
  return { line, column: columnAt(x, node.start, line), span: spanOf(node) };
}

/** Source of a node, cut after 200 characters. */
export function sourceOf(x: Extraction, node: Span): string {
  return x.text.slice(node.start, Math.min(node.end, node.start + 200));
}
