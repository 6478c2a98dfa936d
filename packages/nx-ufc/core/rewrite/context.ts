import type { FileFacts, ImportFact, Span } from '../python/facts/types';
import type { ModuleInfo, ProjectFacts } from '../project/types';
import type { PlannedEdit, ReviewItem } from '../plan/types';
import { movedRoots, type MoveMapping } from './mapping';
import { leafOf, packageOfFile, parentOf } from '../project/module-name';
import { lineNumberAt } from '../text/lines';

/** All that rewriting one file needs; built once per file, never changed. */
export interface RewriteContext {
  project: ProjectFacts;
  mapping: MoveMapping;
  info: ModuleInfo;
  text: string;
  facts: FileFacts;
  /** Dotted name of the file's package after the move: where its relative imports will start from. */
  newPackage: string;
  newline: '\n' | '\r\n';
  /** A piece of a program: what it binds may be used where it is put together with others. */
  isPiece?: boolean;
  /** Of a repair: is a file there as things are? Then a path that leads to it is right, whatever it led to before. */
  isThere?: (path: string) => boolean;
  /** A program that a document shows: its texts name modules, though it may import nothing. */
  isShown?: boolean;
  /** A program with fields that are filled in when it is made: what it binds may be used in them. */
  hasFields?: boolean;
}

/** What rewriting one file yields. */
export interface Rewrite {
  edits: PlannedEdit[];
  review: ReviewItem[];
}

/** What rewriting a file begins with; null for one that was not read as Python. */
export function contextOf(
  project: ProjectFacts,
  mapping: MoveMapping,
  info: ModuleInfo,
): RewriteContext | null {
  const facts = project.facts.get(info.path);
  const source = project.sources.get(info.path);
  if (!facts || !source) return null;
  const newName = newNameOf(mapping, info.name);
  return {
    project,
    mapping,
    info,
    text: source.text,
    facts,
    newPackage: info.isPackage ? newName : packageOfFile(newName, mapping.paths.get(info.path) ?? info.path),
    newline: source.text.includes('\r\n') ? '\r\n' : '\n',
  };
}

/** Did the module (or its top-level package) move? Then references to it must follow. */
export function isMoved(context: RewriteContext, module: string): boolean {
  return movedRoots(context.mapping).has(module.split('.')[0]);
}

/**
 * The new name of a module. A module that is not in the tree (made at build time, missing) follows its package:
 * `tinydb._version` → `au_sys_tinydb._version`.
 */
export function newNameOf(mapping: MoveMapping, module: string): string {
  const direct = mapping.modules.get(module) ?? mapping.second?.get(module);
  if (direct !== undefined) return direct;
  const parent = parentOf(module);
  return parent ? `${newNameOf(mapping, parent)}.${leafOf(module)}` : module;
}

/** One edit with its record for the ledger. */
export function plannedEdit(
  context: Pick<RewriteContext, 'text'>,
  span: Span,
  text: string,
  kind: PlannedEdit['kind'],
  evidence: string,
  line: number = lineNumberAt(context.text, span.start),
): PlannedEdit {
  return {
    start: span.start,
    end: span.end,
    text,
    kind,
    line,
    before: context.text.slice(span.start, span.end),
    evidence,
  };
}

/** White space before a statement, or null when something else stands before it on its line. */
export function indentationOf(text: string, start: number): string | null {
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const before = text.slice(lineStart, start);
  return /^[ \t\f]*$/.test(before) ? before : null;
}

/** Text that puts `statement` in front of the import statement, on a line of its own where possible. */
export function statementBefore(context: RewriteContext, fact: ImportFact, statement: string): string {
  const indentation = indentationOf(context.text, fact.span.start);
  return indentation === null ? `${statement}; ` : statement + context.newline + indentation;
}
