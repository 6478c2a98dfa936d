/**
 * Facts: what the rest of the factory knows of a Python file. Plain, serialisable data with offsets; no syntax
 * node leaves `core/python`. Offsets are UTF-16 units of the decoded source; `line` and `column` count from 1.
 */
import type { PythonSyntaxError } from '../source';

export interface Span {
  start: number;
  end: number;
}

/** Where code runs: at import, inside a function, or only for type checkers (`if TYPE_CHECKING:`). */
export type RunScope = 'module' | 'function' | 'type_checking';

export interface FileFacts {
  path: string;
  /** Lines as `wc -l` counts them, plus an unfinished last line. */
  lines: number;
  docstring: StringFact | null;
  /** Index 0 is the module scope. */
  scopes: ScopeFact[];
  imports: ImportFact[];
  classes: ClassFact[];
  functions: FunctionFact[];
  assignments: AssignmentFact[];
  /** Every name or attribute chain whose root is bound by an import, a builtin or a module-level definition. */
  references: ReferenceFact[];
  calls: CallFact[];
  handlers: HandlerFact[];
  strings: StringFact[];
  comments: CommentFact[];
  /** Literal `__all__` with the span of each string; null when absent, `complete: false` when built dynamically. */
  dunderAll: { entries: { name: string; span: Span }[]; complete: boolean } | null;
  /** `if __name__ == "__main__":` blocks. */
  mainGuards: { line: number; span: Span }[];
  /** A module-level `def __getattr__`. */
  moduleGetattr: boolean;
  parseErrors: PythonSyntaxError[];
}

export interface ScopeFact {
  kind: 'module' | 'class' | 'function' | 'lambda' | 'comprehension' | 'type_params';
  parent: number;
  name: string;
  span: Span;
  /** Names bound here, each with how. An index points into the list of that kind. */
  bindings: Record<string, BindingFact[]>;
}

export interface BindingFact {
  kind: 'import' | 'class' | 'function' | 'assignment' | 'parameter' | 'global' | 'nonlocal' | 'other';
  /** imports[i].names[j] for an import: `index` is i, `sub` is j; classes[i]; functions[i]; otherwise -1. */
  index: number;
  sub: number;
  span: Span;
  line: number;
}

export interface ImportedName {
  /** The dotted name of an `import`, the attribute of a `from` import, or `*`. */
  name: string;
  alias: string | null;
  /** The whole item, alias included. */
  span: Span;
  nameSpan: Span;
}

export interface ImportFact {
  kind: 'import' | 'from';
  /** Dotted module of a `from` import without its dots; empty for `from . import x` and for `import`. */
  module: string;
  level: number;
  /** The dots and the module name of a `from` import. */
  moduleSpan: Span | null;
  names: ImportedName[];
  span: Span;
  line: number;
  column: number;
  scope: RunScope;
  scopeId: number;
  /** Stands in a `try` whose handlers catch ImportError (or wider), or in such a handler. */
  guarded: boolean;
}

export interface DecoratorFact {
  /** Dotted text of the callee, `""` when it is no dotted name. */
  name: string;
  /** Qualified through imports: `fastapi.APIRouter`; null when unknown. */
  resolved: string | null;
  /** -1, or the index in `calls` when the decorator is a call. */
  call: number;
  line: number;
  span: Span;
}

export interface BaseFact {
  name: string;
  resolved: string | null;
  span: Span;
}

export interface ClassFact {
  name: string;
  qualname: string;
  bases: BaseFact[];
  keywords: { name: string; text: string }[];
  decorators: DecoratorFact[];
  docstring: boolean;
  /** Line of the first decorator, or of `class`. */
  line: number;
  /** Line of the `class` keyword. */
  defLine: number;
  endLine: number;
  column: number;
  span: Span;
  nameSpan: Span;
  /** Scope that the class stands in, and the scope it opens. */
  parentScope: number;
  scopeId: number;
  run: RunScope;
  /** Indices into `functions`, direct members only. */
  methods: number[];
  /** Annotated or assigned names of the class body: index into `assignments`. */
  fields: number[];
}

export interface ParameterFact {
  name: string;
  kind: 'positional_only' | 'positional_or_keyword' | 'var_positional' | 'keyword_only' | 'var_keyword';
  annotation: string | null;
  default: string | null;
  span: Span;
}

export type BodyKind =
  | 'normal'
  /** Only a docstring, `pass` or `...`. */
  | 'empty'
  /** Only `raise NotImplementedError(...)`, a docstring aside. */
  | 'not_implemented';

export interface FunctionFact {
  name: string;
  qualname: string;
  async: boolean;
  /** Index into `classes` when it is a direct member of a class body, else -1. */
  class: number;
  decorators: DecoratorFact[];
  parameters: ParameterFact[];
  returns: string | null;
  docstring: boolean;
  body: BodyKind;
  yields: boolean;
  /** Equal to ruff's C901 for the same function. */
  complexity: number;
  line: number;
  defLine: number;
  endLine: number;
  column: number;
  span: Span;
  nameSpan: Span;
  parentScope: number;
  scopeId: number;
  run: RunScope;
  /** Parameter names that the body never reads. */
  unusedParameters: string[];
}

export type LiteralValue = string | number | boolean | null;

/** A small description of an expression; `text` is its source, cut after 200 characters. */
export type ValueFact =
  | { kind: 'literal'; value: LiteralValue; text: string }
  | { kind: 'call'; call: number; text: string }
  | { kind: 'name'; name: string; resolved: string | null; text: string }
  | { kind: 'other'; text: string };

export interface AssignmentFact {
  target: string;
  annotation: { text: string; span: Span } | null;
  value: ValueFact | null;
  scopeId: number;
  /** Index into `classes` when it stands in a class body, else -1. */
  class: number;
  run: RunScope;
  line: number;
  column: number;
  span: Span;
}

/** `a.b.c` as read, written or deleted in the code. */
export interface ReferenceFact {
  parts: string[];
  /** Exclusive end offset of each part; the start of the first is `span.start`. */
  partEnds: number[];
  span: Span;
  context: 'load' | 'store' | 'del';
  line: number;
  scopeId: number;
  /** Scope that binds the root name after Python's scoping rules; -1 for a builtin or an unbound name. */
  bindingScope: number;
  /** Fully qualified through imports ('tinydb.storages.JSONStorage', 'builtins.print'); null when the root is local. */
  resolved: string | null;
  /** Inside an annotation string (a forward reference); its span lies inside the string literal. */
  inString: boolean;
  /** Only evaluated for types: an annotation (string or not). */
  annotation: boolean;
}

export interface CallFact {
  /** Dotted text of the callee; "" when it is not a dotted name. */
  callee: string;
  resolved: string | null;
  arguments: { keyword: string | null; starred: boolean; value: ValueFact; span: Span; string: number }[];
  line: number;
  column: number;
  span: Span;
  scopeId: number;
  /** Innermost enclosing function (index), -1 at module or class level. */
  function: number;
  run: RunScope;
  awaited: boolean;
}

export interface HandlerFact {
  /** Dotted texts of the caught exceptions; empty for a bare `except`. */
  exceptions: string[];
  /** The body is only pass, continue, `...`, or a docstring. */
  silent: boolean;
  line: number;
  column: number;
  span: Span;
  function: number;
}

export interface StringFact {
  value: string;
  /** The literal with its prefix and quotes. Parts of an implicit concatenation are separate entries. */
  span: Span;
  prefix: string;
  quote: string;
  bytes: boolean;
  /** An f-string or t-string; `value` then holds the literal text with `{}` for each field. */
  formatted: boolean;
  line: number;
  column: number;
  /** What the literal is used for. `docstring` is also a text that stands by itself elsewhere; `argument`: its call's index is in `call`. */
  role:
    | 'docstring'
    | 'argument'
    | 'assignment'
    | 'annotation'
    | 'subscript'
    | 'element'
    | 'key'
    | 'comparison'
    | 'other';
  call: number;
  /** Name of the target when role is `assignment`, of the keyword when it is an argument given by name. */
  name: string | null;
  scopeId: number;
}

export interface CommentFact {
  text: string;
  line: number;
  column: number;
  span: Span;
  /** Nothing but white space before it on its line. */
  ownLine: boolean;
}
