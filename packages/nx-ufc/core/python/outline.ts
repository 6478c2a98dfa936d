import type { ImportFrom, Import, Stmt } from './ast';
import type { Span } from './facts/types';
import { buildLineIndex, lineOf, type LineIndex } from './line-index';
import { parseModule } from './parser';

/** A statement at the top level of a module, with the lines that it and its comments take up. */
export interface TopStatement {
  /** `guard`: an `if` or `try` that holds nothing but imports and constants. */
  kind: 'class' | 'function' | 'assignment' | 'import' | 'guard' | 'docstring' | 'other';
  /** The names that a definition or an assignment to plain names binds; of others the facts tell. */
  names: string[];
  /** Whole lines, from the comments right above (or the first decorator) to the end of the last line. */
  block: Span;
  /** The statement with its decorators. */
  span: Span;
  line: number;
  endLine: number;
  /** Whether no other statement stands on its lines. */
  alone: boolean;
}

/** The top-level statements of a module in order; null when it does not parse. */
export function outlineOf(text: string): TopStatement[] | null {
  const parsed = parseModule(text);
  if (!parsed.ok) return null;
  const index = buildLineIndex(text);
  const commentLines = ownLineComments(text, index, parsed.comments);
  const statements = parsed.module.body.map((stmt, i) => topStatement(text, index, stmt, i));
  statements.forEach((statement, i) => {
    const before = statements[i - 1];
    const shares = before !== undefined && before.endLine === lineOf(index, statement.span.start);
    if (shares) before.alone = statement.alone = false;
    let first = lineOf(index, statement.span.start);
    while (commentLines.has(first - 1) && first - 1 > (before?.endLine ?? 0)) first--;
    // What stands at the very top belongs to the file: a licence, `#!`, the encoding.
    if (first > 1) statement.block.start = index.starts[first - 1];
  });
  return statements;
}

function topStatement(text: string, index: LineIndex, stmt: Stmt, position: number): TopStatement {
  const span = { start: startOf(text, stmt), end: stmt.end };
  const line = lineOf(index, span.start);
  const endLine = lineOf(index, Math.max(span.start, span.end - 1));
  const end = endLine < index.count ? index.starts[endLine] : text.length;
  return {
    kind: kindOf(stmt, position),
    names: namesOf(stmt),
    block: { start: index.starts[line - 1], end },
    span,
    line,
    endLine,
    alone: true,
  };
}

/** In the tree a definition begins at its keyword; its first `@` stands before the first decorator. */
function startOf(text: string, stmt: Stmt): number {
  const decorators = 'decorator_list' in stmt ? stmt.decorator_list : [];
  return decorators.length > 0 ? text.lastIndexOf('@', decorators[0].start) : stmt.start;
}

function kindOf(stmt: Stmt, position: number): TopStatement['kind'] {
  switch (stmt.type) {
    case 'ClassDef':
      return 'class';
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      return 'function';
    case 'Assign':
    case 'AnnAssign':
    case 'TypeAlias':
      return namesOf(stmt).length > 0 ? 'assignment' : 'other';
    case 'Import':
    case 'ImportFrom':
      return 'import';
    case 'If':
    case 'Try':
      return holdsOnlyImports(stmt) ? 'guard' : 'other';
    case 'Expr':
      return position === 0 && stmt.value.type === 'Constant' && stmt.value.value.kind === 'str'
        ? 'docstring'
        : 'other';
    default:
      return 'other';
  }
}

function namesOf(stmt: Stmt): string[] {
  switch (stmt.type) {
    case 'ClassDef':
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      return [stmt.name];
    case 'Assign':
      return stmt.targets.every((target) => target.type === 'Name')
        ? stmt.targets.map((target) => (target.type === 'Name' ? target.id : ''))
        : [];
    case 'AnnAssign':
      return stmt.target.type === 'Name' && stmt.value !== null ? [stmt.target.id] : [];
    case 'TypeAlias':
      return [stmt.name.id];
    default:
      return [];
  }
}

/** Blocks that may stand in two modules: `if TYPE_CHECKING:` and `try: import x / except ImportError: x = None`. */
function holdsOnlyImports(stmt: Stmt): boolean {
  const inner = blocksOf(stmt);
  if (!inner) return isImport(stmt) || stmt.type === 'Pass' || isConstant(stmt);
  return inner.every(holdsOnlyImports) && inner.some((one) => isImport(one) || blocksOf(one) !== null);
}

function blocksOf(stmt: Stmt): Stmt[] | null {
  if (stmt.type === 'If') return [...stmt.body, ...stmt.orelse];
  if (stmt.type !== 'Try') return null;
  return [...stmt.body, ...stmt.handlers.flatMap((one) => one.body), ...stmt.orelse, ...stmt.finalbody];
}

function isImport(stmt: Stmt): stmt is Import | ImportFrom {
  return stmt.type === 'Import' || stmt.type === 'ImportFrom';
}

function isConstant(stmt: Stmt): boolean {
  return stmt.type === 'Assign' && namesOf(stmt).length > 0 && stmt.value.type === 'Constant';
}

function ownLineComments(text: string, index: LineIndex, comments: readonly Span[]): Set<number> {
  const lines = new Set<number>();
  for (const { start } of comments) {
    const line = lineOf(index, start);
    if (/^[ \t\f]*$/.test(text.slice(index.starts[line - 1], start))) lines.add(line);
  }
  return lines;
}
