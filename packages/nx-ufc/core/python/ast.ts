/**
 * The syntax tree of a Python module. Node names, field names and meaning are those of CPython's `ast`
 * (https://docs.python.org/3/library/ast.html); on top, every node carries its UTF-16 offsets in the decoded
 * source. `end` is exclusive. Line and column are derived when asked for (see `LineIndex`), never stored.
 *
 * Differences from `ast`, all of them additions: `Alias.nameEnd`/`asnameStart`, `ImportFrom.moduleStart`/`moduleEnd`
 * (the dots included) and `nameStart`/`nameEnd` of definitions, because edits need them; `ast` drops these positions.
 */
export interface Node {
  readonly type: string;
  start: number;
  end: number;
}

export interface Module extends Node {
  type: 'Module';
  body: Stmt[];
}

// ---------------------------------------------------------------- statements

export type Stmt =
  | FunctionDef
  | AsyncFunctionDef
  | ClassDef
  | Return
  | Delete
  | Assign
  | TypeAlias
  | AugAssign
  | AnnAssign
  | For
  | AsyncFor
  | While
  | If
  | With
  | AsyncWith
  | Match
  | Raise
  | Try
  | TryStar
  | Assert
  | Import
  | ImportFrom
  | Global
  | Nonlocal
  | ExprStmt
  | Pass
  | Break
  | Continue;

export interface FunctionBase extends Node {
  name: string;
  nameStart: number;
  nameEnd: number;
  args: Arguments;
  body: Stmt[];
  decorator_list: Expr[];
  returns: Expr | null;
  type_params: TypeParam[];
}
export interface FunctionDef extends FunctionBase {
  type: 'FunctionDef';
}
export interface AsyncFunctionDef extends FunctionBase {
  type: 'AsyncFunctionDef';
}
export interface ClassDef extends Node {
  type: 'ClassDef';
  name: string;
  nameStart: number;
  nameEnd: number;
  bases: Expr[];
  keywords: Keyword[];
  body: Stmt[];
  decorator_list: Expr[];
  type_params: TypeParam[];
}
export interface Return extends Node {
  type: 'Return';
  value: Expr | null;
}
export interface Delete extends Node {
  type: 'Delete';
  targets: Expr[];
}
export interface Assign extends Node {
  type: 'Assign';
  targets: Expr[];
  value: Expr;
}
export interface TypeAlias extends Node {
  type: 'TypeAlias';
  name: Name;
  type_params: TypeParam[];
  value: Expr;
}
export interface AugAssign extends Node {
  type: 'AugAssign';
  target: Expr;
  op: BinaryOperator;
  value: Expr;
}
export interface AnnAssign extends Node {
  type: 'AnnAssign';
  target: Expr;
  annotation: Expr;
  value: Expr | null;
  simple: 0 | 1;
}
export interface ForBase extends Node {
  target: Expr;
  iter: Expr;
  body: Stmt[];
  orelse: Stmt[];
}
export interface For extends ForBase {
  type: 'For';
}
export interface AsyncFor extends ForBase {
  type: 'AsyncFor';
}
export interface While extends Node {
  type: 'While';
  test: Expr;
  body: Stmt[];
  orelse: Stmt[];
}
export interface If extends Node {
  type: 'If';
  test: Expr;
  body: Stmt[];
  orelse: Stmt[];
}
export interface WithBase extends Node {
  items: WithItem[];
  body: Stmt[];
}
export interface With extends WithBase {
  type: 'With';
}
export interface AsyncWith extends WithBase {
  type: 'AsyncWith';
}
export interface Match extends Node {
  type: 'Match';
  subject: Expr;
  cases: MatchCase[];
}
export interface Raise extends Node {
  type: 'Raise';
  exc: Expr | null;
  cause: Expr | null;
}
export interface TryBase extends Node {
  body: Stmt[];
  handlers: ExceptHandler[];
  orelse: Stmt[];
  finalbody: Stmt[];
}
export interface Try extends TryBase {
  type: 'Try';
}
export interface TryStar extends TryBase {
  type: 'TryStar';
}
export interface Assert extends Node {
  type: 'Assert';
  test: Expr;
  msg: Expr | null;
}
export interface Import extends Node {
  type: 'Import';
  names: Alias[];
}
export interface ImportFrom extends Node {
  type: 'ImportFrom';
  module: string | null;
  names: Alias[];
  level: number;
  /** First dot or first character of the module name. */
  moduleStart: number;
  moduleEnd: number;
}
export interface Global extends Node {
  type: 'Global';
  names: string[];
}
export interface Nonlocal extends Node {
  type: 'Nonlocal';
  names: string[];
}
/** `ast.Expr`: an expression used as a statement. Named so because `Expr` is the union of expressions here. */
export interface ExprStmt extends Node {
  type: 'Expr';
  value: Expr;
}
export interface Pass extends Node {
  type: 'Pass';
}
export interface Break extends Node {
  type: 'Break';
}
export interface Continue extends Node {
  type: 'Continue';
}

// --------------------------------------------------------------- expressions

export type Expr =
  | BoolOp
  | NamedExpr
  | BinOp
  | UnaryOp
  | Lambda
  | IfExp
  | Dict
  | SetExpr
  | ListComp
  | SetComp
  | DictComp
  | GeneratorExp
  | Await
  | Yield
  | YieldFrom
  | Compare
  | Call
  | FormattedValue
  | Interpolation
  | JoinedStr
  | TemplateStr
  | Constant
  | Attribute
  | Subscript
  | Starred
  | Name
  | List
  | Tuple
  | Slice;

export type ExprContext = 'Load' | 'Store' | 'Del';
export type BoolOperator = 'And' | 'Or';
export type BinaryOperator =
  | 'Add'
  | 'Sub'
  | 'Mult'
  | 'MatMult'
  | 'Div'
  | 'Mod'
  | 'Pow'
  | 'LShift'
  | 'RShift'
  | 'BitOr'
  | 'BitXor'
  | 'BitAnd'
  | 'FloorDiv';
export type UnaryOperator = 'Invert' | 'Not' | 'UAdd' | 'USub';
export type CompareOperator = 'Eq' | 'NotEq' | 'Lt' | 'LtE' | 'Gt' | 'GtE' | 'Is' | 'IsNot' | 'In' | 'NotIn';

export interface BoolOp extends Node {
  type: 'BoolOp';
  op: BoolOperator;
  values: Expr[];
}
export interface NamedExpr extends Node {
  type: 'NamedExpr';
  target: Name;
  value: Expr;
}
export interface BinOp extends Node {
  type: 'BinOp';
  left: Expr;
  op: BinaryOperator;
  right: Expr;
}
export interface UnaryOp extends Node {
  type: 'UnaryOp';
  op: UnaryOperator;
  operand: Expr;
}
export interface Lambda extends Node {
  type: 'Lambda';
  args: Arguments;
  body: Expr;
}
export interface IfExp extends Node {
  type: 'IfExp';
  test: Expr;
  body: Expr;
  orelse: Expr;
}
export interface Dict extends Node {
  type: 'Dict';
  /** `null` stands for the key of a `**mapping` item. */
  keys: (Expr | null)[];
  values: Expr[];
}
/** `ast.Set`. */
export interface SetExpr extends Node {
  type: 'Set';
  elts: Expr[];
}
export interface ListComp extends Node {
  type: 'ListComp';
  elt: Expr;
  generators: Comprehension[];
}
export interface SetComp extends Node {
  type: 'SetComp';
  elt: Expr;
  generators: Comprehension[];
}
export interface DictComp extends Node {
  type: 'DictComp';
  key: Expr;
  value: Expr;
  generators: Comprehension[];
}
export interface GeneratorExp extends Node {
  type: 'GeneratorExp';
  elt: Expr;
  generators: Comprehension[];
}
export interface Await extends Node {
  type: 'Await';
  value: Expr;
}
export interface Yield extends Node {
  type: 'Yield';
  value: Expr | null;
}
export interface YieldFrom extends Node {
  type: 'YieldFrom';
  value: Expr;
}
export interface Compare extends Node {
  type: 'Compare';
  left: Expr;
  ops: CompareOperator[];
  comparators: Expr[];
}
export interface Call extends Node {
  type: 'Call';
  func: Expr;
  args: Expr[];
  keywords: Keyword[];
}
export interface FormattedValue extends Node {
  type: 'FormattedValue';
  value: Expr;
  /** -1, or the code of `s`, `r`, `a`. */
  conversion: number;
  format_spec: JoinedStr | null;
}
/** A replacement field of a t-string (PEP 750). */
export interface Interpolation extends Node {
  type: 'Interpolation';
  value: Expr;
  str: string;
  conversion: number;
  format_spec: JoinedStr | null;
}
export interface JoinedStr extends Node {
  type: 'JoinedStr';
  values: Expr[];
}
export interface TemplateStr extends Node {
  type: 'TemplateStr';
  values: Expr[];
}

/**
 * The value of a literal. A string's value is a JavaScript string (a lone surrogate stays one); bytes are a
 * `Uint8Array`; an integer too large for a double is a bigint; `imag` is the imaginary part of a complex literal.
 */
export type ConstantValue =
  | { kind: 'none' }
  | { kind: 'ellipsis' }
  | { kind: 'bool'; value: boolean }
  | { kind: 'int'; value: number | bigint }
  | { kind: 'float'; value: number }
  | { kind: 'complex'; imag: number }
  | { kind: 'str'; value: string; /** prefix `u` */ u: boolean }
  | { kind: 'bytes'; value: Uint8Array };

export interface Constant extends Node {
  type: 'Constant';
  value: ConstantValue;
}
export interface Attribute extends Node {
  type: 'Attribute';
  value: Expr;
  attr: string;
  ctx: ExprContext;
}
export interface Subscript extends Node {
  type: 'Subscript';
  value: Expr;
  slice: Expr;
  ctx: ExprContext;
}
export interface Starred extends Node {
  type: 'Starred';
  value: Expr;
  ctx: ExprContext;
}
export interface Name extends Node {
  type: 'Name';
  id: string;
  ctx: ExprContext;
}
export interface List extends Node {
  type: 'List';
  elts: Expr[];
  ctx: ExprContext;
}
export interface Tuple extends Node {
  type: 'Tuple';
  elts: Expr[];
  ctx: ExprContext;
}
export interface Slice extends Node {
  type: 'Slice';
  lower: Expr | null;
  upper: Expr | null;
  step: Expr | null;
}

// ------------------------------------------------------------ helper nodes

export interface Comprehension extends Node {
  type: 'comprehension';
  target: Expr;
  iter: Expr;
  ifs: Expr[];
  is_async: 0 | 1;
}
export interface ExceptHandler extends Node {
  type: 'ExceptHandler';
  /** The exception expression; `ast` calls the field `type`. */
  exceptionType: Expr | null;
  name: string | null;
  body: Stmt[];
}
export interface Arguments extends Node {
  type: 'arguments';
  posonlyargs: Arg[];
  args: Arg[];
  vararg: Arg | null;
  kwonlyargs: Arg[];
  kw_defaults: (Expr | null)[];
  kwarg: Arg | null;
  defaults: Expr[];
}
export interface Arg extends Node {
  type: 'arg';
  arg: string;
  annotation: Expr | null;
}
export interface Keyword extends Node {
  type: 'keyword';
  /** `null` for `**mapping`. */
  arg: string | null;
  value: Expr;
}
export interface Alias extends Node {
  type: 'alias';
  name: string;
  asname: string | null;
  /** End of the dotted name; `start` is its beginning. */
  nameEnd: number;
  /** Offset of the alias name, -1 without one; it ends at `end`. */
  asnameStart: number;
}
export interface WithItem extends Node {
  type: 'withitem';
  context_expr: Expr;
  optional_vars: Expr | null;
}

// ---------------------------------------------------------------- patterns

export interface MatchCase extends Node {
  type: 'match_case';
  pattern: Pattern;
  guard: Expr | null;
  body: Stmt[];
}
export type Pattern =
  MatchValue | MatchSingleton | MatchSequence | MatchMapping | MatchClass | MatchStar | MatchAs | MatchOr;

export interface MatchValue extends Node {
  type: 'MatchValue';
  value: Expr;
}
export interface MatchSingleton extends Node {
  type: 'MatchSingleton';
  value: ConstantValue;
}
export interface MatchSequence extends Node {
  type: 'MatchSequence';
  patterns: Pattern[];
}
export interface MatchMapping extends Node {
  type: 'MatchMapping';
  keys: Expr[];
  patterns: Pattern[];
  rest: string | null;
}
export interface MatchClass extends Node {
  type: 'MatchClass';
  cls: Expr;
  patterns: Pattern[];
  kwd_attrs: string[];
  kwd_patterns: Pattern[];
}
export interface MatchStar extends Node {
  type: 'MatchStar';
  name: string | null;
}
export interface MatchAs extends Node {
  type: 'MatchAs';
  pattern: Pattern | null;
  name: string | null;
}
export interface MatchOr extends Node {
  type: 'MatchOr';
  patterns: Pattern[];
}

// ---------------------------------------------------------- type parameters

export type TypeParam = TypeVar | ParamSpec | TypeVarTuple;

export interface TypeVar extends Node {
  type: 'TypeVar';
  name: string;
  bound: Expr | null;
  default_value: Expr | null;
}
export interface ParamSpec extends Node {
  type: 'ParamSpec';
  name: string;
  default_value: Expr | null;
}
export interface TypeVarTuple extends Node {
  type: 'TypeVarTuple';
  name: string;
  default_value: Expr | null;
}
