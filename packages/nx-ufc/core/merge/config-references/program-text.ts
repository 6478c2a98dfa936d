import type { ConfigEdit, ConfigFinding, MovedNames } from './kind';

/** What a command gives to `python -c`, with or without brackets of a list: `python -c "import pkg"`, `["python", "-c", "import pkg"]`. */
const PROGRAM =
  /(?:^|[\s"'/;&|(])(?:python[\d.]*|\$\{?\(?PYTHON\)?\}?)\\?["']?,?(?:[ \t]+(?:-[WX][ \t]*[^\s'"]+|-\w+))*[ \t]+\\?["']?-\w*c\\?["']?,?[ \t]+(\\?["'])([\s\S]*?)\1/g;
const IMPORT = /(?<=^|[;\n])[ \t]*(?:import[ \t]+([^;\n]+)|from[ \t]+([\w.]+)[ \t]+import[ \t]+([^;\n]+))/g;
/** What the program itself runs: `[sys.executable, "-m", "pkg"]`. */
const RUN = /(\\?["'])-m\1,[ \t]*\1([A-Za-z_][\w.]*)\1/g;
const NAME = /(?<![\w.'"])[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*/g;

type Names = Pick<MovedNames, 'oldRoots' | 'mapModule'>;

export interface ProgramText {
  start: number;
  end: number;
}

/** Where the programs stand that commands of a text give to Python. */
export function programTexts(text: string): ProgramText[] {
  if (!/-\w*c\b/.test(text)) return [];
  return [...text.matchAll(PROGRAM)].map(({ 0: all, 1: quote, 2: code, index }) => {
    const end = index + all.length - quote.length;
    return { start: end - code.length, end };
  });
}

/** Edits for what such a program imports, and for the names that this binds. What would have to be imported by another statement is proposed. */
export function programReferences(
  text: string,
  programs: readonly ProgramText[],
  names: Names,
): ConfigFinding {
  const found: ConfigFinding = { edits: [], doubts: [] };
  for (const { start, end } of programs) {
    const code = text.slice(start, end);
    const bound = new Set<string>();
    for (const match of code.matchAll(IMPORT)) {
      const [all, modules, from, imported] = match;
      const at = start + match.index;
      if (from !== undefined) fromEdits(names, { from, imported, at: at + all.indexOf(from) }, found);
      for (const part of (modules ?? '').split(',')) {
        const [dotted, alias] = part.trim().split(/\s+as\s+/);
        if (alias === undefined) bound.add(dotted.split('.')[0]);
        else found.edits.push(...moved(names, dotted, at + all.indexOf(dotted)));
      }
    }
    const isTaken = (at: number) => [...found.edits, ...found.doubts].some((edit) => edit.start === at);
    for (const { 0: dotted, index } of code.matchAll(NAME))
      if (bound.has(dotted.split('.')[0]) && !isTaken(start + index))
        found.edits.push(...moved(names, dotted, start + index));
    for (const { 0: all, 1: quote, 2: dotted, index } of code.matchAll(RUN))
      found.edits.push(...moved(names, dotted, start + index + all.length - quote.length - dotted.length));
  }
  return found;
}

function moved(names: Names, dotted: string, start: number): ConfigEdit[] {
  const target = names.oldRoots.includes(dotted.split('.')[0]) ? names.mapModule(dotted) : null;
  return target === null || target === dotted
    ? []
    : [{ start, end: start + dotted.length, text: target, evidence: 'program of python -c' }];
}

function fromEdits(
  names: Names,
  { from, imported, at }: { from: string; imported: string; at: number },
  found: ConfigFinding,
): void {
  const [edit] = moved(names, from, at);
  if (!edit) return;
  const isWhere = (name: string) => {
    const target = names.mapModule(`${from}.${name}`);
    return target === null || target === `${edit.text}.${name}`;
  };
  const taken = imported.split(',').map((part) => part.trim().split(/\s+/)[0]);
  (taken.every(isWhere) ? found.edits : found.doubts).push(edit);
}
