import { configValue } from './config-value';
import type { ConfigEdit, ConfigFinding, ConfigReferenceKind, MovedNames } from './kind';
import { upwardPath } from './upward-path';
import { commandReferences, pathEdit } from './words';

/** The commands of a package.json (https://docs.npmjs.com/cli/using-npm/scripts). */
const SCRIPTS = /"scripts"\s*:\s*\{/;
const STRING_OR_END = /"(?:[^"\\\n]|\\.)*"|\}/g;
const COMMAND = /:\s*"((?:[^"\\\n]|\\.)*)"/g;
/** A literal of JavaScript with a slash in it, on one line and as it is written. */
const LITERAL = /(["'`])(!?)((?:\.\/)?[^"'`\\\n\s$:]*\/[^"'`\\\n\s$:]*)\1/g;
/** `path.join(__dirname, 'pkg', 'static')` */
const JOINED =
  /\b(?:join|resolve)\(\s*(?:__dirname|process\.cwd\(\)|import\.meta\.dirname)\s*,\s*((["'])[\w.@-]+\2(?:\s*,\s*(["'])[\w.@-]+\3)*)\s*[,)]/g;

/** Tasks of gulp and Grunt run in the folder of the file that loads them (https://gulpjs.com/docs/en/getting-started/javascript-and-gulpfiles#splitting-a-gulpfile). */
const TASK = /^(gulpfile\.[cm]?[jt]s|gulp([-_]tasks)?|grunt|tasks)\//i;

/**
 * Tools of JavaScript that build what a service serves: the commands of a package.json, and paths in the settings of bundlers and task runners, which
 * are seen from the folder that holds them.
 */
export const javascriptTool: ConfigReferenceKind = {
  id: 'javascript-tool',
  files:
    /(^|\/)(package\.json|(gulpfile|gruntfile)([.-]\w+)*\.[cm]?[jt]s|([\w-]+\.)+config\.[cm]?[jt]s|(webpack|rollup|vite|esbuild)([.-]\w+)*\.[cm]?[jt]s|(gulpfile\.[cm]?[jt]s|gulp([-_]tasks)?|grunt|tasks)\/([\w.-]+\/)*[\w.-]+\.[cm]?[jt]s)$/i,
  find: (text, names, path) =>
    path.endsWith('.json') ? packageJson(text, names, path) : settings(text, names, path),
};

function packageJson(text: string, names: MovedNames, path: string): ConfigFinding {
  const found = configValue.find(text, names, path);
  const scripts = scriptsOf(text);
  if (!scripts) return found;
  const { from, body } = scripts;
  const isScript = ({ start }: ConfigEdit) => from <= start && start < from + body.length;
  const all: ConfigFinding = {
    edits: found.edits.filter((edit) => !isScript(edit)),
    doubts: found.doubts.filter((edit) => !isScript(edit)),
  };
  for (const { index, 0: whole, 1: command } of body.matchAll(COMMAND)) {
    const start = from + index + whole.length - 1 - command.length;
    // A quote within takes two characters here.
    const { edits, doubts } = commandReferences(command.replaceAll('\\"', ' "'), names, path);
    // They run in the folder of the file.
    const isSeen = (edit: ConfigEdit) => !path.includes('/') || command.startsWith('../', edit.start);
    const placed = (edit: ConfigEdit) => ({ ...edit, start: edit.start + start, end: edit.end + start });
    all.edits.push(...edits.filter(isSeen).map(placed));
    all.doubts.push(...doubts.filter(isSeen).map(placed));
  }
  return all;
}

/** What stands between the braces; a command may have some of its own. */
function scriptsOf(text: string): { from: number; body: string } | null {
  const head = SCRIPTS.exec(text);
  if (!head) return null;
  const from = head.index + head[0].length;
  const rest = text.slice(from);
  const end = [...rest.matchAll(STRING_OR_END)].find(([part]) => part === '}');
  return end ? { from, body: rest.slice(0, end.index) } : null;
}

function settings(text: string, names: MovedNames, file: string): ConfigFinding {
  const found: ConfigFinding = { edits: [], doubts: [] };
  const isAtRoot = !file.includes('/') || TASK.test(file);
  for (const { index, 2: not, 3: value } of text.matchAll(LITERAL)) {
    if (value.startsWith('/')) continue;
    const start = index + 1 + not.length;
    const word = { text: beforePattern(value), start, previous: '', line: [] };
    const edit = upwardPath(word, names, file) ?? (isAtRoot ? pathEdit(word, names) : null);
    if (edit) (edit.certain ? found.edits : found.doubts).push(edit);
  }
  if (isAtRoot) found.edits.push(...joined(text, names));
  return found;
}

/** What stands before the first folder or file that is a pattern: `pkg/` of `pkg/**`, `pkg/static/` of `pkg/static/{a,b}.js`. */
function beforePattern(value: string): string {
  const pattern = value.search(/[*?{[(]/);
  return pattern < 0 ? value : value.slice(0, value.lastIndexOf('/', pattern) + 1);
}

function joined(text: string, names: MovedNames): ConfigEdit[] {
  return [...text.matchAll(JOINED)].flatMap(({ index, 0: whole, 1: pieces, 2: quote }) => {
    const path = [...pieces.matchAll(/[\w.@-]+/g)].join('/');
    const target = names.mapPath(path);
    if (target === null || target === path) return [];
    const start = index + whole.indexOf(pieces);
    const replaced = target
      .split('/')
      .map((piece) => `${quote}${piece}${quote}`)
      .join(', ');
    return [{ start, end: start + pieces.length, text: replaced, evidence: 'path of what moved' }];
  });
}
