import type { FileFacts, StringFact } from '../../python/facts/types';
import type { PlannedEdit, ReviewItem } from '../../plan/types';
import { textAt } from '../../metadata/tree-text';
import { isComparedPath } from '../../project/compared-paths';
import { generatedC } from '../../project/generated-c';
import type { SourceTree } from '../../project/types';
import { isApplication } from '../../project/virtual-project';
import type { RewriteContext } from '../context';
import { plannedEdit } from '../context';
import { isTornApart, targetsOf } from '../locations/targets';
import { leftFile } from '../proposal';
import { importedFrom } from './imported-path';
import { pathJoin } from './joined-path';
import { READERS, runsAtRoot } from './path-readers';

/** What reads a file or folder by a path that begins at the working folder, in shipped code: not what a framework looks for below itself. */
const FILE_READERS =
  /(^|\.)(open|Path|PurePath|PosixPath|exists|isfile|isdir|listdir|scandir|walk|i?glob|copy2?|copyfile|copytree|abspath|realpath|Jinja2Templates|StaticFiles|FileSystemLoader|load_dotenv|makedirs|mkdir)$/;
/** cffi names what a build script defines behind its path: `pkg/_build.py:ffi`. */
const PATH = /^(\.\/)?([\w.-]+(?:\/[\w.-]+)+)(\/|\/\*[\w.*/]*|(?<=\.py):[A-Za-z_]\w*)?$/;
/** Files of a folder by a part of their names: `pkg/sub/_*.c`, `f"pkg/sub/{name}.c"`. */
const SOME_FILES = /^(\.\/)?([\w.-]+(?:\/[\w.-]+)+)(\/(?:[\w.-]+\*|[\w.-]*\{\})[\w.*{}-]*)$/;
/** Made of nothing but what paths and patterns below are made of; most literals are not. */
const PATH_LIKE = /^[\w./*{}-]+(:\w+)?$/;
/** `--config=pkg/x.cfg`: an argument of a command line whose value is a path. */
const OPTION = /^--?[A-Za-z][\w-]*=(?=[\w.-]+\/)/;
/** `pkg/`, `pkg/*.py`, `pkg/_*.py`. */
const TOP_FOLDER = /^(\.\/)?([A-Za-z_][\w-]*)(\/|\/[\w.-]*\*[\w.*/]*)$/;

/**
 * A literal that is nothing but the path of a file or folder that moved, in tests and tools; in shipped code where it is read from the folder that a service
 * runs from, which is that of the project.
 */
export function pathString(
  context: RewriteContext,
  string: StringFact,
): { edit: PlannedEdit; certain: boolean } | null {
  const { text, facts, project, mapping } = context;
  const option = string.value.startsWith('-') ? (OPTION.exec(string.value)?.[0].length ?? 0) : 0;
  const value = string.value.slice(option);
  if (string.role === 'docstring' || string.bytes || !PATH_LIKE.test(value)) return null;
  const isRead = isReadHere(context, string);
  const isOpen = isOpenHere(context, isRead);
  if (isOpen && !isFile(context, value)) return null;
  const some = SOME_FILES.exec(value);
  const match = TOP_FOLDER.exec(value) ?? PATH.exec(value) ?? some ?? packageFolder(string, isRead);
  const body = string.span.start + string.prefix.length + string.quote.length + option;
  const end = some ? body + some[0].length - some[3].length : string.span.end - string.quote.length;
  if (!match || text.slice(body, end) !== value.slice(0, end - body)) return null;
  const place = placeNow(context, string, match[2]);
  const target = place ?? placeInWheel(context, match[2]);
  if (target === null || target === match[2] || isWord(facts, string, isRead)) return null;
  const start = body + (match[1]?.length ?? 0);
  const isTorn = isSomeOf(match[3]) && isTornApart(mapping, project, match[2], match[3]);
  const isPath = place !== null && !isTorn && value.slice(match[1]?.length ?? 0).includes('/');
  const certain = isPath && !isOpen && (isRead || isMeantAsPath(context, string, match[2], option > 0));
  const span = { start, end: start + match[2].length };
  const evidence = `path-string: ${match[2]} is now ${target}${place === null ? IN_WHEEL : ''}`;
  return { edit: plannedEdit(context, span, target, 'string', evidence, string.line), certain };
}

/** In shipped code: nobody knows whether it runs in the folder of the project. */
function isOpenHere({ info, project }: RewriteContext, isRead: boolean): boolean {
  return info.area === 'shipped' && !(isRead && runsInPlace(project.tree));
}

/** `./pkg/x.json` or `pkg/x.json`, with a file of that path in the project: which most literals are not by chance. */
function isFile({ mapping, project }: RewriteContext, value: string): boolean {
  const path = value.replace(/^\.\//, '');
  return path.includes('/') && targetsOf(mapping, project).isFile(path);
}

/** Of a folder only what is called so: `/_*.c`. */
function isSomeOf(pattern: string | undefined): boolean {
  return pattern !== undefined && /^\/(?:[^*]+[*{]|\{)/.test(pattern);
}

function isReadHere({ info, facts, text }: RewriteContext, string: StringFact): boolean {
  return (
    isArgumentOf(facts, string, info.area === 'shipped' ? FILE_READERS : READERS) ||
    isDiscovered(text, string)
  );
}

/** `unittest.TestLoader().discover("pkg/tests")` */
function isDiscovered(text: string, { role, span }: StringFact): boolean {
  return role === 'argument' && /TestLoader\(\)\.discover\(\s*$/.test(text.slice(0, span.start).slice(-60));
}

/** What has no slash is a path where it is joined to others, or is called like a file or folder that is there; shipped code has none of these. */
export function mayBePath(context: RewriteContext, string: StringFact): boolean {
  const { value } = string;
  if (value.includes('/')) return true;
  if (context.info.area === 'shipped') return false;
  const targets = targetsOf(context.mapping, context.project);
  return (
    targets.isFolder(value) ||
    targets.isFile(value) ||
    pathJoin(context, string) !== undefined ||
    runsAtRoot(context)
  );
}

/** Where a file or folder is now, or what is made of it. */
function placeNow(context: RewriteContext, string: StringFact, path: string): string | null {
  const targets = targetsOf(context.mapping, context.project);
  return targets.isFile(path) || targets.isFolder(path)
    ? (targets.of(path) ?? madeOf(context, path))
    : withoutSuffix(context, string, path);
}

/** What is said of such a path. */
export const IN_WHEEL = ', if it is what a wheel holds';

/** `pkg/mod.py` of `src/pkg/mod.py`, as tests compare what is in a wheel. */
function placeInWheel(context: RewriteContext, path: string): string | null {
  return context.info.area === 'test' && path.endsWith('.py') ? importedFrom(context, path) : null;
}

/** By the name that it has, by where the file runs, in a list of paths, or a file as value of an option. */
function isMeantAsPath(
  context: RewriteContext,
  { name, role }: StringFact,
  path: string,
  isOfOption: boolean,
): boolean {
  const targets = targetsOf(context.mapping, context.project);
  return (
    (isOfOption && targets.isFile(path)) ||
    PATH_NAME.test(name ?? '') ||
    runsAtRoot(context) ||
    (role === 'element' &&
      !namesOthers(context.facts, targets, path) &&
      !isComparedPath(context.project, path))
  );
}

/** Does the file use the name of a folder for other things that have a slash behind it, as types of media have? */
function namesOthers({ strings }: FileFacts, targets: ReturnType<typeof targetsOf>, folder: string): boolean {
  return strings.some(({ value }) => {
    if (!value.startsWith(`${folder}/`)) return false;
    // The part of a name before `*` is none by itself.
    const path = /^[\w./-]+/.exec(value.replace(/[^/]*[*{].*/s, ''))![0].replace(/\/$/, '');
    return !targets.isFile(path) && !targets.isFolder(path);
  });
}

/** Setuptools take a source of Cython where one that was made of it stood. */
function madeOf({ project, mapping }: RewriteContext, path: string): string | null {
  return mapping.paths.get(generatedC(project, path)?.source ?? '') ?? null;
}

/** `"pkg/_c" + suffix` of a build script: where all the files of that name are that differ in their suffixes. */
function withoutSuffix(context: RewriteContext, { span }: StringFact, path: string): string | null {
  const { project, mapping, text } = context;
  if (!runsAtRoot(context) || !/^\s*\+/.test(text.slice(span.end, span.end + 20))) return null;
  const files = project.tree.files.map((file) => file.path).filter((one) => one.startsWith(`${path}.`));
  const stems = new Set(
    files.map((one) => {
      const target = mapping.paths.get(one) ?? one;
      const suffix = one.slice(path.length);
      return target.endsWith(suffix) ? target.slice(0, -suffix.length) : '';
    }),
  );
  const [stem] = stems;
  return stems.size === 1 && stem ? stem : null;
}

/** A service that nothing packages runs from its folder; where an installed package runs is not known. */
function runsInPlace(tree: SourceTree): boolean {
  const packaging = textAt(tree, 'pyproject.toml') ?? '';
  const isPackaged = /^\[(project|tool\.(poetry|flit\.metadata))\]/m.test(packaging) && !isApplication(tree);
  return !isPackaged && textAt(tree, 'setup.py') === null;
}

/** A file that tests read by its path, but that does not come along (`setup.py`, which pyproject.toml replaces). */
export function leftBehind(context: RewriteContext, string: StringFact): ReviewItem | null {
  const { info, facts, project, mapping } = context;
  if (string.bytes || info.area === 'shipped' || string.role !== 'argument') return null;
  const path = string.value.startsWith('./') ? string.value.slice(2) : string.value;
  const targets = targetsOf(mapping, project);
  if (!targets.isFile(path) || targets.of(path) !== null || !isArgumentOf(facts, string, READERS))
    return null;
  return leftFile(context, string.span.start, path);
}

function isArgumentOf({ calls }: FileFacts, { role, call }: StringFact, callees: RegExp): boolean {
  return role === 'argument' && call >= 0 && callees.test(calls[call].callee);
}

/** What is called so, or given to a parameter that is, is a path when one is there. */
const PATH_NAME = /(^|_)(path|file_?path)$/i;
const FOLDER_NAME = /(^|_)(dir|directory|folder|path)s?$/i;

/** A bare word is the folder of a package only by what it is used for, and never for certain. */
function packageFolder({ value, name, role }: StringFact, isRead: boolean): RegExpExecArray | null {
  const mayBe = isRead || role === 'argument' || FOLDER_NAME.test(name ?? '');
  return mayBe ? /^(\.\/)?([A-Za-z_]\w*)$/.exec(value) : null;
}

/** What any function may be given is a folder only where one is given the same name with a slash. */
function isWord({ strings }: FileFacts, { value, name }: StringFact, isRead: boolean): boolean {
  if (isRead || value.includes('/') || FOLDER_NAME.test(name ?? '')) return false;
  return !strings.some((other) => other.role === 'argument' && other.value === `${value}/`);
}
