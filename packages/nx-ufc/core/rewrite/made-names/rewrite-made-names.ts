import type { Expr, Node } from '../../python/ast';
import type { PlannedEdit } from '../../plan/types';
import type { RewriteContext } from '../context';
import { newNameOf, plannedEdit } from '../context';
import { movedRoots } from '../mapping';
import { lazyTables } from '../string-references/lazy-table';
import type { MadeName } from './made-name';
import { madeNames } from './made-name';
import { areWhole, movedNames } from './moved-names';
import type { NameSite } from './name-sites';
import { lineStart } from '../../text/lines';

/**
 * Modules that are asked for by names that are put together from that of their package: what went to another place below it is
 * looked up in a table that the module gets.
 * @returns the edits, and the places that come out right with them
 */
export function rewriteMadeNames(context: RewriteContext): {
  edits: PlannedEdit[];
  settled: ReadonlySet<NameSite>;
} {
  const settled = new Set<NameSite>();
  const leads: PlannedEdit[] = [];
  const settle = (made: MadeName) => {
    settled.add(made.site);
    const isKnown = leads.some(({ start }) => start === made.lead?.start);
    if (made.lead && !isKnown)
      leads.push(plannedEdit(context, made.lead, made.lead.text, 'string', why(context, made)));
  };
  const tables = new Map<string, MadeName[]>();
  for (const made of madeNames(context)) {
    if (made.isDeep && !areWhole(context.mapping, made.package)) continue;
    const moved = movedNames(context.mapping, made.package);
    if (moved?.size === 0) settle(made);
    else if (moved && isSimple(context, made.hole) && !isFromTable(context, made))
      tables.set(made.package, [...(tables.get(made.package) ?? []), made]);
  }
  const edits = [...tables.values()].flatMap((group, i) => {
    const at = placeOf(context, group[0].statement);
    if (at === null) return [];
    for (const made of group) settle(made);
    const name = freeName(context, i);
    const places = new Map(group.map((made) => [made.hole.start, made]));
    const lookUps = [...places.values()].map((made) => lookUp(context, made, name));
    return [tableEdit(context, group[0], name, at), ...lookUps];
  });
  return { edits: [...leads, ...edits], settled };
}

/** A name that can be written twice: evaluating it does nothing else, and no other edit touches it. */
function isSimple(context: RewriteContext, hole: Expr): boolean {
  const { facts, mapping } = context;
  const moved = movedRoots(mapping);
  return (
    isPlace(hole) &&
    !facts.references.some(
      ({ span, resolved }) =>
        hole.start <= span.start && span.end <= hole.end && moved.has(resolved?.split('.')[0] ?? ''),
    )
  );
}

/** A name, or what it holds: `options.name`, `sys.argv[1]`. */
function isPlace(node: Expr): boolean {
  if (node.type === 'Attribute') return isPlace(node.value);
  if (node.type !== 'Subscript') return node.type === 'Name';
  const { slice } = node;
  const index = slice.type === 'UnaryOp' ? slice.operand : slice;
  return isPlace(node.value) && (index.type === 'Constant' || isPlace(index));
}

/** The names come from a table that is edited itself, unless they are what `__getattr__` is asked for. */
function isFromTable(context: RewriteContext, { site, hole }: MadeName): boolean {
  const around = site.call && context.facts.functions[site.call.function];
  const isAsked =
    around?.name === '__getattr__' && hole.type === 'Name' && around.parameters[0]?.name === hole.id;
  return !isAsked && lazyTables(context).edits.length > 0;
}

/** Start of the line that a statement begins on, or of the comments right above; null when it does not begin its line. */
function placeOf({ text }: RewriteContext, statement: Node): number | null {
  const [decorator] = (statement as Node & { decorator_list?: Node[] }).decorator_list ?? [];
  const first = decorator?.start ?? statement.start;
  const start = lineStart(text, first);
  if (!/^@?[ \t]*$/.test(text.slice(start, first))) return null;
  const comments = /(?:^|\n[ \t]*\r?\n)((?:#[^\n]*\n)+)$/.exec(text.slice(0, start));
  return comments && comments.index > 0 ? start - comments[1].length : start;
}

function freeName({ facts }: RewriteContext, index: number): string {
  for (let number = index + 1; ; number++) {
    const name = number === 1 ? '_MOVED_MODULES' : `_MOVED_MODULES_${number}`;
    if (!Object.hasOwn(facts.scopes[0].bindings, name)) return name;
  }
}

function tableEdit(context: RewriteContext, made: MadeName, name: string, at: number): PlannedEdit {
  const moved = [...movedNames(context.mapping, made.package)!, ...writtenBelow(context, made.package)];
  const entries = moved.sort(([a], [b]) => (a < b ? -1 : 1));
  const isDefinition = /^(FunctionDef|AsyncFunctionDef|ClassDef)$/.test(made.statement.type);
  const lines = [
    '# Modules are asked for by the names that they had.',
    `${name} = {`,
    ...entries.map(([from, to]) => `    "${from}": "${to}",`),
    '}',
    ...(isDefinition ? ['', '', ''] : ['', '']),
  ];
  return plannedEdit(
    context,
    { start: at, end: at },
    lines.join(context.newline),
    'string',
    why(context, made),
  );
}

/** Modules further below the package that literals of the file name from there on (`"sub.module"`), and that are elsewhere below it now. */
function writtenBelow({ facts, mapping }: RewriteContext, packageName: string): Map<string, string> {
  const home = `${newNameOf(mapping, packageName)}.`;
  const found = new Map<string, string>();
  for (const { value } of facts.strings) {
    const now = value.includes('.') ? mapping.modules.get(`${packageName}.${value}`) : undefined;
    if (now?.startsWith(home) && now !== home + value) found.set(value, now.slice(home.length));
  }
  return found;
}

function lookUp(context: RewriteContext, made: MadeName, table: string): PlannedEdit {
  const { hole } = made;
  const source = context.text.slice(hole.start, hole.end);
  return plannedEdit(context, hole, `${table}.get(${source}, ${source})`, 'string', why(context, made));
}

function why(context: RewriteContext, made: MadeName): string {
  return `dynamic-import: modules of ${made.package} are elsewhere below ${newNameOf(context.mapping, made.package)}`;
}
