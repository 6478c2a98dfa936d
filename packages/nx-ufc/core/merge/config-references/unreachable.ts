import { literalPattern } from '../../text/pattern';
import { hasSources } from './image-sources';
import { projectFolders, type ProjectFolder } from './image-places';
import type { ConfigEdit, MovedNames } from './kind';
import { RUNNER } from './runners';
import { wordsOf, type Word } from './line-words';
import { searchPathSpans } from './search-paths';
import { DOTTED, takesModule } from './words';

/** What installs the project, so that it is imported from where it is installed; requirements alone are not it. */
const INSTALLS =
  /\bpip3?\b[^\n&|;]*\binstall\b[^\n&|;]*\s["']?\.{1,2}\/?(\[[^\]]*\])?["']?(?=[\s&|;]|$)|\b(uv|pdm)\s+(sync|install)\b(?![^\n]*--no-(install-project|self))|\bpoetry\s+install\b(?![^\n]*--no-root)|\bsetup\.py\s+(install|develop)\b/g;
/** What says where to import from. */
const TOLD = /PYTHONPATH|--(chdir|app-dir|pythonpath|workdir)\b/;
const RUNS = /^(value of (-\w*m|-A|--app|FLASK_APP|\w*_MODULE)|module:attribute)$/;

/**
 * The first command that runs a module from the folder of the project, where the package is not found any more, as something to decide;
 * or a program there that imports it.
 */
export function unreachable(text: string, edits: readonly ConfigEdit[], names: MovedNames): ConfigEdit[] {
  if (!leavesRoot(names) || installs(text, names) || isToldOfPackages(text, names)) return [];
  return runs(text, edits, names)
    .slice(0, 1)
    .map(({ subject, start }) => {
      const evidence = `${subject} lies below src and is not importable from the project's folder: install the project where this runs, or set PYTHONPATH`;
      return { start, end: start, text: '', evidence };
    });
}

/** Where commands run a module or a function of the packages, or a program that imports them. */
export function runs(
  text: string,
  edits: readonly ConfigEdit[],
  names: MovedNames,
): { subject: string; start: number }[] {
  const found = edits
    .filter(
      (edit) =>
        RUNS.test(edit.evidence) ||
        isRunByPath(text, edit) ||
        isRunByServer(text, edit) ||
        isFunctionOf(text, edit),
    )
    .map((edit) => ({ subject: edit.text, start: edit.start }));
  const programs = [...programsIn(text, names)].map(({ path, start }) => ({
    subject: `what ${path} imports`,
    start,
  }));
  return [...found, ...programs];
}

/** Does a text say where to import from? */
export function isTold(text: string): boolean {
  return TOLD.test(text);
}

/** The same, where it may be where the packages are. */
function isToldOfPackages(text: string, names: MovedNames): boolean {
  return isTold(text) && (isTold(text.replaceAll('PYTHONPATH', '')) || !isElsewhere(text, names));
}

/** A folder in full, of which all parts are known: `/opt/modules`. */
const ABSOLUTE = /^(\/[\w.-]+)+\/?$/;

/** Are all folders that the text tells Python of folders in full, and neither where the project is nor below it? */
function isElsewhere(text: string, { newSearchPath }: MovedNames): boolean {
  const folders = searchPathSpans(text).flatMap(({ start, end }) =>
    text
      .slice(start, end)
      .split(':')
      .filter((folder) => !/^(\$\{?PYTHONPATH\}?)?$/.test(folder)),
  );
  const places = projectFolders(text);
  const isInProject = (folder: string) => places.some((place) => `${folder}/`.startsWith(`${place.folder}/`));
  return (
    newSearchPath !== null &&
    folders.length > 0 &&
    folders.every((folder) => ABSOLUTE.test(folder) && !/\/src\/?$/.test(folder) && !isInProject(folder))
  );
}

/** `python src/new/app.py`: Python looks for what it imports beside that file. */
function isRunByPath(text: string, { start, text: path }: ConfigEdit): boolean {
  return path.endsWith('.py') && /\bpython[\d.]*["',\s]+$/.test(text.slice(Math.max(0, start - 40), start));
}

/** What takes a module by its name alone: `gunicorn site.wsgi`, `arq app.worker.WorkerSettings`. */
const SERVER =
  /(^|[\s"'/[=])(gunicorn|uvicorn|hypercorn|daphne|granian|uwsgi|waitress-serve|arq|dramatiq|rq|taskiq|faststream|huey_consumer(\.py)?)["',\s]/;

function isRunByServer(text: string, { start, evidence }: ConfigEdit): boolean {
  const command = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return evidence === DOTTED && SERVER.test(command);
}

/** An image of AWS Lambda runs a function: `CMD ["app.handler"]`, also by a program of its own (https://docs.aws.amazon.com/lambda/latest/dg/python-image.html). */
function isFunctionOf(text: string, { start, evidence }: ConfigEdit): boolean {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return (
    /^[ \t]*CMD[ \t]*\[?[ \t]*["']?$/i.test(before) ||
    (evidence === DOTTED && /^[ \t]*(CMD|ENTRYPOINT)[ \t]*\[/i.test(before))
  );
}

/** Programs that a command runs by their path or by the name of their module. */
function* programsIn(text: string, { programs }: MovedNames): Generator<{ path: string; start: number }> {
  if (programs.size === 0) return;
  const places = projectFolders(text);
  for (const word of wordsOf(text)) {
    const path = programOf(word);
    const own = path && pathInside(path, places);
    if (own !== null && programs.has(own)) yield { path: own, start: word.start };
  }
}

/** The path in the project of one in an image or container: `/code/manage.py` where `.` is mounted at `/code`. */
function pathInside(path: string, places: readonly ProjectFolder[]): string {
  const place = places.find(({ folder }) => path.startsWith(`${folder}/`));
  return place ? place.holds + path.slice(place.folder.length + 1) : path;
}

const PYTHON = /(^|\/)python[\d.]*$/;

function programOf(word: Word): string | null {
  const runsPython = word.line.some((before) => PYTHON.test(before));
  if (/\.py$/.test(word.text))
    return runsPython || takesModule(word) || word.text.startsWith('./')
      ? word.text.replace(/^\.\//, '')
      : null;
  const isRun = takesModule(word) || word.line.some((before) => RUNNER.test(before.replace(/^.*\//, '')));
  const name = isRun ? /^([A-Za-z_]\w*)([.:][A-Za-z_][\w.]*)?$/.exec(word.text)?.[1] : undefined;
  return name === undefined ? null : `${name}.py`;
}

/** The package was importable from the folder of the project, and is not any more. */
function leavesRoot(names: MovedNames): boolean {
  const isBelow = (root: string) =>
    names.mapPath(root)?.includes('/') ?? names.mapPath(`${root}.py`)?.includes('/');
  return names.newSearchPath !== null || (names.leftFolders ?? []).length > 0 || names.oldRoots.some(isBelow);
}

/** Do the commands of a file install the project? What installs what a file lists, without the code, does not. */
export function installs(text: string, { isVirtual }: Pick<MovedNames, 'isVirtual'>): boolean {
  const lines = text.replace(/\\\r?\n/g, ' ');
  const found = [...lines.matchAll(INSTALLS)].filter(
    ({ 0: command, index }) => !(isVirtual && /^(uv|pdm|poetry)/.test(command)) && hasSources(lines, index),
  );
  return (
    found.length > 0 ||
    projectFolders(text).some(({ folder }) =>
      new RegExp(
        `\\bpip3?\\b[^\\n&|;]*\\binstall\\b[^\\n&|;]*\\s["']?${literalPattern(folder)}/?(\\[[^\\]]*\\])?["']?(?=[\\s&|;]|$)`,
      ).test(lines),
    )
  );
}
