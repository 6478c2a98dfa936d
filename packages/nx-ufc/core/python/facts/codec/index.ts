import type { PythonSyntaxError } from '../../source';
import type { CallFact, CommentFact, FileFacts, HandlerFact, ReferenceFact, StringFact } from '../types';
import { createReader, createWriter, finish } from './bytes';
import { bool, int, list, nullable, oneOf, record, string, uint } from './codecs';
import { name, run, span, value } from './common';
import { assignment, classFact, functionFact, importFact, scope } from './definitions';

type Argument = CallFact['arguments'][number];
type DunderAll = NonNullable<FileFacts['dunderAll']>;
type Entry = DunderAll['entries'][number];
type Guard = FileFacts['mainGuards'][number];

const stringFact = record<StringFact>({
  value: string,
  span,
  prefix: string,
  quote: string,
  bytes: bool,
  formatted: bool,
  line: uint,
  column: uint,
  role: oneOf(
    'docstring',
    'argument',
    'assignment',
    'annotation',
    'subscript',
    'element',
    'key',
    'comparison',
    'other',
  ),
  call: int,
  name,
  scopeId: uint,
});

const reference = record<ReferenceFact>({
  parts: list(string),
  partEnds: list(uint),
  span,
  context: oneOf('load', 'store', 'del'),
  line: uint,
  scopeId: uint,
  bindingScope: int,
  resolved: name,
  inString: bool,
  annotation: bool,
});

const call = record<CallFact>({
  callee: string,
  resolved: name,
  arguments: list(record<Argument>({ keyword: name, starred: bool, value, span, string: int })),
  line: uint,
  column: uint,
  span,
  scopeId: uint,
  function: int,
  run,
  awaited: bool,
});

const fileFacts = record<Omit<FileFacts, 'path'>>({
  lines: uint,
  docstring: nullable(stringFact),
  scopes: list(scope),
  imports: list(importFact),
  classes: list(classFact),
  functions: list(functionFact),
  assignments: list(assignment),
  references: list(reference),
  calls: list(call),
  handlers: list(
    record<HandlerFact>({
      exceptions: list(string),
      silent: bool,
      line: uint,
      column: uint,
      span,
      function: int,
    }),
  ),
  strings: list(stringFact),
  comments: list(record<CommentFact>({ text: string, line: uint, column: uint, span, ownLine: bool })),
  dunderAll: nullable(
    record<DunderAll>({ entries: list(record<Entry>({ name: string, span })), complete: bool }),
  ),
  mainGuards: list(record<Guard>({ line: uint, span })),
  moduleGetattr: bool,
  parseErrors: list(record<PythonSyntaxError>({ message: string, offset: uint, line: uint, column: uint })),
});

/** Facts as bytes, without the path: the same text has the same bytes wherever it lies. */
export function encodeFacts(facts: FileFacts): Uint8Array {
  const w = createWriter();
  fileFacts.write(w, facts);
  return finish(w);
}

/** The facts again. @throws RangeError when the bytes are not what `encodeFacts` made */
export function decodeFacts(path: string, bytes: Uint8Array): FileFacts {
  return { path, ...fileFacts.read(createReader(bytes)) };
}
