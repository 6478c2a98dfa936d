import { literalPattern } from '../text/pattern';

/**
 * Which project a place in a YAML file is about, by the folders that the blocks around it name: a service of Compose says where it is built
 * from, a job of a workflow where it works. The innermost block that names a folder decides.
 * @param moved folder of the package that moves
 * @param others folders of projects that have a module of the same name
 * @returns `open` where no block, or one of several projects, says it
 */
export function projectOfBlock(
  text: string,
  at: number,
  moved: string,
  others: ReadonlySet<string>,
): 'moved' | 'other' | 'open' {
  for (const block of blocksAround(text.split('\n'), text.slice(0, at).split('\n').length - 1)) {
    const isMoved = namesFolder(block, moved);
    const isOther = [...others].some((folder) => namesFolder(block, folder));
    const isAny = [...block.matchAll(WORKS_IN)].some(([all]) => !namesFolder(all, moved));
    if (!isMoved && !isOther && !isAny) continue;
    if (isOther && !isMoved) return 'other';
    return isOther || isAny ? 'open' : 'moved';
  }
  return 'open';
}

/** Where a service is built from, or a job works: some folder below that of the workspace. */
const WORKS_IN = /^[ \t]*(?:build|context|working-directory):[ \t]*["']?(?:\.\/)?\w\S*/gm;

/** The blocks that a line lies in, from the innermost: each a line that opens it and what is indented deeper below. */
function* blocksAround(lines: readonly string[], at: number): Generator<string> {
  let depth = indentOf(lines[at]);
  for (let line = at - 1; line >= 0 && depth > 0; line--) {
    if (isBlank(lines[line]) || indentOf(lines[line]) >= depth) continue;
    depth = indentOf(lines[line]);
    let end = line + 1;
    while (end < lines.length && (isBlank(lines[end]) || indentOf(lines[end]) > depth)) end++;
    yield lines.slice(line, end).join('\n');
  }
}

function indentOf(line: string): number {
  return /^ */.exec(line)![0].length;
}

function isBlank(line: string): boolean {
  return /^\s*(#|$)/.test(line);
}

function namesFolder(block: string, folder: string): boolean {
  return new RegExp(`(?:^|[\\s"'=:]|\\./)${literalPattern(folder)}(?=[/\\s"',:]|$)`, 'm').test(block);
}
