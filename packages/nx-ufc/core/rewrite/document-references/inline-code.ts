import type { PlannedEdit } from '../../plan/types';
import { definesName, isModule } from '../../project/names';
import { withImports } from '../carried-imports';
import type { RewriteContext } from '../context';
import { plannedEdit } from '../context';
import { isTornApart, targetsOf } from '../locations/targets';
import { verbatim } from '../literal-text';
import { isProgram, mayImport, rewriteProgram } from '../program';
import { matchedEdits, type DocumentReferenceKind } from './kind';

/** Of reStructuredText, where two of them stand around code, too. */
const CODE = /(?<![:`])(``?)([^`\n]+)\1(?!`)/g;
const STATEMENT = /^(?:from|import) /;
/** A slash at its start means the folder of the project. */
const PATH = /^(?:\.?\/)?([\w.-]+(?:\/[\w.-]+)+)\/?$/;
/** A section of settings, which looks like a list: `[pkg.users]`. */
const SECTION = /^\[[\w.:-]+\]$/;
/** The name alone is another kind of code. */
const DOTTED = /^~?\w+(?:\.\w+)*(?:\(\))?$/;

/**
 * `` `pkg.mod.name` ``: code in a sentence that is nothing but the dotted name of something that is there, the path of a file or folder that moved, an
 * import statement, or a program that uses such a name: `` `x = pkg.f(1)` ``.
 */
export const inlineCode: DocumentReferenceKind = {
  id: 'inline-code',
  isProse: true,
  find: (context) => [
    ...matchedEdits(
      context,
      'inline-code',
      /(?<!:)`["']?([A-Za-z_]\w*(?:\.\w+)+)(?:\(\)|:[A-Za-z_]\w*)?["']?`/g,
      true,
    ).filter(({ start }) => !isFileName(context, start)),
    ...[...context.text.matchAll(CODE)].flatMap(({ 1: ticks, 2: code, index }) => [
      ...statement(context, code, index + ticks.length),
      ...uses(context, code, index + ticks.length),
      ...path(context, code, index + ticks.length),
    ]),
  ],
};

/** `site.wsgi` is the file where there is one of that name. */
function isFileName({ text, project }: RewriteContext, start: number): boolean {
  const name = /^\w+\.\w+(?=["']?`)/.exec(text.slice(start, start + 100))?.[0];
  return (
    name !== undefined && project.tree.files.some(({ path }) => path === name || path.endsWith(`/${name}`))
  );
}

function statement(context: RewriteContext, code: string, start: number): PlannedEdit[] {
  if (!STATEMENT.test(code) || !mayImport(context, code)) return [];
  return rewriteProgram(context, verbatim(code, start, context.newline), 'inline-code');
}

function uses(context: RewriteContext, code: string, start: number): PlannedEdit[] {
  if (DOTTED.test(code) || STATEMENT.test(code) || SECTION.test(code)) return [];
  const { mapping, project } = context;
  const known = [...mapping.roots].filter((root) => {
    const name = new RegExp(String.raw`(?:^|[^\w.])${root}\.(\w+)`).exec(code)?.[1];
    return name !== undefined && (isModule(project, `${root}.${name}`) || definesName(project, root, name));
  });
  if (known.length === 0 || !isProgram(context, code)) return [];
  const program = withImports(known, verbatim(code, start, context.newline));
  return rewriteProgram(context, program, 'inline-code').filter((edit) => edit.start >= 0);
}

function path(context: RewriteContext, code: string, start: number): PlannedEdit[] {
  const named = PATH.exec(code)?.[1];
  const target = named === undefined ? null : placeNow(context, named);
  if (target === null || target === named) return [];
  const from = start + code.indexOf(named!);
  return [
    plannedEdit(
      context,
      { start: from, end: from + named!.length },
      target,
      'string',
      'inline-code: path of what moved',
    ),
  ];
}

/** Of a file, or of a folder that moved as a whole. */
function placeNow({ mapping, project }: RewriteContext, path: string): string | null {
  const targets = targetsOf(mapping, project);
  const isWhole = targets.isFolder(path) && !isTornApart(mapping, project, path);
  return targets.isFile(path) || isWhole ? targets.of(path) : null;
}
