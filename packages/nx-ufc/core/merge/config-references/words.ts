import { applyEdits } from '../../text/edits';
import { mappedBraces } from '../braces';
import { movedGroups } from '../path-groups';
import { movedPattern } from '../path-pattern';
import { projectFolders, type ProjectFolder } from './image-places';
import { insideOf } from './inside-image';
import type { ConfigEdit, ConfigFinding, MovedNames } from './kind';
import { isOwner } from './owners';
import { builtFile } from './built-file';
import { upwardIn } from './changed-folder';
import { clonedFolders, leadsToClone } from './cloned';
import { inCopy } from './copied-path';
import { isProgramOf, takesFolders } from './folder-programs';
import { installed } from './installed';
import { APPLICATION } from './environment-variables';
import { takesExtension } from './jupyter-extension';
import { HERE, wordsOf, type Word } from './line-words';
import { protocFolders } from './protoc';
import { programReferences, programTexts } from './program-text';
import { RUNNER } from './runners';
import { asSearchPath, imagePlaces, isIn, searchPathSpans } from './search-paths';

/** Options whose value is an import name; `-um` is Python's `-u -m`. */
const MODULE_OPTION = new RegExp(
  String.raw`^(-[bBdEiIOqsSuvx]*m|--cov|--source|--pyargs|--package|--module|--app|-A|(\w*_MODULE|\w*${APPLICATION})(:?[-=])?)$`,
);
/** `-p` is an import name to these alone: `mkdir -p pkg`. */
const PACKAGE_PROGRAM = /^(pytest|py\.test|mypy|stubtest)$/;

/**
 * References in the commands of a text: paths, `python -m pkg`, `pkg.app:main`, dotted names that are known. A path that is not there, below a folder that moved,
 * may be one that something makes: it is proposed.
 * @param path of the file
 * @param words of it, where they are read otherwise than line by line
 * @param clones folders that what it is a part of clones projects into
 */
export function commandReferences(
  text: string,
  names: MovedNames,
  path: string,
  words: Iterable<Word> = wordsOf(text),
  clones = clonedFolders(text),
): ConfigFinding {
  const programs = programTexts(text);
  const found = programReferences(text, programs, names);
  const groups = movedGroups(text, (one) => names.mapPath(one));
  found.edits.push(...groups.map((group) => ({ ...group, evidence: 'path of what moved' })));
  const places = projectFolders(text);
  const searched = searchPathSpans(text);
  const forSearch = asSearchPath(names);
  const images = imagePlaces(text, names);
  const protoc = protocFolders(text, names);
  // Tests may have moved, too: a path need not name a package.
  const mayName = (part: string) =>
    part.includes('/') || part === names.places?.from || names.oldRoots.some((root) => part.includes(root));
  for (const word of words) {
    const isCode = programs.some(({ start, end }) => start <= word.start && word.start < end);
    if ((isCode && !word.text.includes('/')) || groups.some(holds(word))) continue;
    if (leadsToClone(word, clones, names) || installed(word, names, found)) continue;
    const sure = protoc(word) ?? builtFile(word, names);
    if (sure) {
      found.edits.push(sure);
      continue;
    }
    if (/:\/\/|@/.test(word.text) || !mayName(word.text) || isOwner(word, OWNER.test(word.text))) continue;
    const module = moduleEdit(word, names);
    if (module) found.edits.push(module);
    else if (isIn(searched, word.start))
      pathEdits(word, forSearch, { file: path, text, places, images }, found);
    else pathEdits(word, names, { file: path, text, places, images: withoutInner(images) }, found);
  }
  return found;
}

function holds({ start: at, text }: Word): (span: { start: number; end: number }) => boolean {
  return ({ start, end }) => start < at + text.length && at < end;
}

/** A module that is named where nothing but its name says that it is one. */
export const DOTTED = 'dotted name of what moved';

/** What is said of a path that is not there. */
export const BELOW_FOLDER = 'is below a folder that moved';

/** A dotted name that is certain by its shape, by what it names, or by the option before it. */
export function moduleEdit(word: Word, names: MovedNames): ConfigEdit | null {
  // Settings of gunicorn in a module (https://docs.gunicorn.org/en/stable/settings.html#config).
  if (word.text.startsWith('python:'))
    return moduleEdit({ ...word, text: word.text.slice(7), start: word.start + 7, previous: '-m' }, names);
  const match = /^([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)(:[A-Za-z_][\w.]*)?[:.]?$/.exec(word.text);
  const target = match && names.mapModule(match[1]);
  if (!match || target === null || target === match[1]) return null;
  const dotted = match[1].includes('.');
  if (!match[2] && /\.pyi?$/.test(match[1]) && !names.knows(match[1])) return null;
  const evidence = match[2]
    ? 'module:attribute'
    : takesModule(word)
      ? `value of ${word.previous}`
      : dotted && names.knows(match[1])
        ? DOTTED
        : null;
  if (evidence === null || (match[2] && !isObject(word, match[1], match[2].slice(1), names))) return null;
  return { start: word.start, end: word.start + match[1].length, text: target, evidence };
}

/** `pkg.mod:name` names a module that is known; `pkg:name` may be a user and a group, or an image, unless the package has the name. */
function isObject(word: Word, module: string, name: string, names: MovedNames): boolean {
  if (module.includes('.')) return names.knows(module);
  if (isOwner(word, true)) return false;
  return names.knows(`${module}.${name}`) || takesModule(word) || word.line.some(isProgramOf(RUNNER));
}

/** `pkg:name` as a user and a group would be written. */
const OWNER = /^[\w-]+:[\w-]*$/;

/** Is the word the value of an option that takes an import name? */
export function takesModule(word: Pick<Word, 'previous' | 'line'>): boolean {
  const { previous, line } = word;
  const isPackage = previous === '-p' && line.some(isProgramOf(PACKAGE_PROGRAM));
  return MODULE_OPTION.test(previous) || isPackage || takesExtension(word);
}

/** Its paths begin with a slash, at the folder of the repository (https://docs.github.com/en/code-security/dependabot/working-with-dependabot/dependabot-options-reference). */
const ROOTED = /(^|\/)dependabot\.ya?ml$/;

/** What a file knows of the places where the project lies. */
interface Where {
  file: string;
  text: string;
  places: readonly ProjectFolder[];
  /** Places of its own in images, and what is to be added to them here. */
  images: ReadonlyMap<string, string>;
}

function withoutInner(images: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...images.keys()].map((place) => [place, '']));
}

function pathEdits(
  word: Word,
  names: MovedNames,
  { file, text: all, places, images }: Where,
  found: ConfigFinding,
): void {
  let at = word.start;
  let mounted: ConfigEdit | null = null;
  for (const text of word.text.split(':')) {
    const lead = ROOTED.test(file) && text.startsWith('/') ? 1 : 0;
    const part = { ...word, text: text.slice(lead), start: at + lead };
    const inner = images.get(text.replace(/\/$/, ''));
    const edit =
      inner === undefined
        ? (upwardIn(all, part, names, file) ?? pathEdit(part, names, places))
        : addedTo(part, inner);
    at += text.length + 1;
    const isCertain: boolean = edit !== null && (edit.certain || isPlaceOf(mounted, edit));
    if (edit) (isCertain ? found.edits : found.doubts).push(edit);
    mounted = isCertain ? edit : null;
  }
}

/** `./pkg:/opt/pkg` mounts what moved at a place that ends like it, which is imported from there. */
function isPlaceOf(mounted: ConfigEdit | null, { text }: ConfigEdit): boolean {
  return mounted !== null && text !== '' && `/${mounted.text}`.endsWith(`/${text}`);
}

function addedTo({ text, start }: Word, inner: string): (ConfigEdit & { certain: boolean }) | null {
  if (inner === '') return null;
  const end = start + text.replace(/\/$/, '').length;
  const evidence = 'the packages are below another folder of what is there';
  return { start: end, end, text: inner, evidence, certain: true };
}

/**
 * A path of a file or folder that moved, with what stands for several files behind it. An absolute path that ends with one is
 * that of another place where the tree lies: it is only proposed.
 */
export function pathEdit(
  word: Word,
  names: MovedNames,
  places: readonly ProjectFolder[] = [],
): (ConfigEdit & { certain: boolean }) | null {
  const pattern = patternEdit(word, names);
  if (pattern) return pattern;
  const match =
    /^(!?\.\/|!)?((?:[\w.@-]|\\\.)+(?:\/(?:[\w.@-]|\\\.)+)*)(\/?(?:\*\*?(?:\/\*)?[\w.*]*)?|(?<=\.py)::?[A-Za-z_][\w.:]*)$/.exec(
      word.text,
    );
  if (match) {
    const escaped = match[2].includes('\\.');
    const path = match[2].replaceAll('\\.', '.');
    const isCertain = match[1]?.endsWith('./') || match[3].startsWith('/') || isPath(word, path);
    const certain = isCertain ? names.mapPath(path) : null;
    const below = certain === null && path.includes('/') && !isImage(word) ? names.mapBelow(path) : null;
    const target = certain ?? below ?? asImported(path, names);
    if (target === null || target === path) return inCopy(word, path, names);
    const start = word.start + (match[1]?.length ?? 0);
    const text = escaped ? target.replaceAll('.', '\\.') : target;
    const evidence =
      certain !== null
        ? 'path of what moved'
        : below !== null
          ? `${path} ${BELOW_FOLDER}`
          : `${path} is a module, seen from the folder that it is imported from`;
    return { start, end: start + match[2].length, text, evidence, certain: certain !== null };
  }
  return elsewhere(word, names, places);
}

/** Alternatives in braces, and what begins with any folder: `pkg/{api,models}/**`, `**\/pkg/*`. */
function patternEdit(word: Word, names: MovedNames): (ConfigEdit & { certain: boolean }) | null {
  const map = (one: string) => {
    const edit = pathEdit({ ...word, text: one, start: 0 }, names);
    return edit?.certain ? applyEdits(one, [edit]) : null;
  };
  const text = /^!?\*\*?\//.test(word.text)
    ? movedPattern(word.text, names)
    : word.text.includes('{')
      ? mappedBraces(word.text, map)
      : null;
  const end = word.start + word.text.length;
  return text === null
    ? null
    : { start: word.start, end, text, evidence: 'path of what moved', certain: true };
}

/** Names of images and repositories may begin like paths: `image: pkg/server:1.0`, `docker pull pkg/server`, `github.repository == 'pkg/pkg'`. */
function isImage({ previous, line }: Word): boolean {
  const takesImage = line.some((word) => /^(docker|podman|buildah|nerdctl)$/.test(word));
  return (
    /^(FROM|--from|images?:|repository:|github\.repository)$/i.test(previous) ||
    (takesImage && /^(-t|--tag|pull|push|run|tag|--rm|-d)$/.test(previous))
  );
}

/** The path of a module below the folder that packages are imported from: `pkg/app.py` of `src/pkg/app.py`. */
function asImported(path: string, names: MovedNames): string | null {
  // Files of other projects have folders of their own to begin at.
  if (names.mapSearchPath || !path.includes('/') || !path.endsWith('.py')) return null;
  const dotted = path.replace(/(\/__init__)?\.py$/, '').replaceAll('/', '.');
  const module = names.knows(dotted) ? names.mapModule(dotted) : null;
  const ending = path.endsWith('/__init__.py') ? '/__init__.py' : '.py';
  return module && module.replaceAll('.', '/') + ending;
}

/** Options and keys whose value is a folder: of make and git, of what watches files, of Compose, of workflows. */
export const FOLDER_OPTION =
  /^(-C|--directory|--chdir|--project-directory|--watch|--reload-dir|--paths-to-mutate|(build|context|working[-_]directory|working_dir):)$/;

/** Settings of SonarQube whose value is a list of paths. */
const SONAR = /^sonar\.(sources|tests|inclusions|exclusions)$/;

/** Is a word a path by its shape, or by what takes it? */
export function isPath({ line, previous }: Word, path: string): boolean {
  return (
    path.includes('/') ||
    HERE.test(previous) ||
    /\.(pyi?|toml|json|ya?ml|cfg|ini|txt)$/.test(path) ||
    FOLDER_OPTION.test(previous) ||
    SONAR.test(line[0] ?? '') ||
    takesFolders(line)
  );
}

function elsewhere(
  word: Word,
  names: MovedNames,
  places: readonly ProjectFolder[],
): (ConfigEdit & { certain: boolean }) | null {
  if (!word.text.startsWith('/')) return null;
  const place = places.find(({ folder }) => `${word.text}/`.startsWith(`${folder}/`));
  if (place) return insideOf(place, word, names);
  const parts = word.text.replace(/\/$/, '').split('/');
  for (let from = 1; from < parts.length; from++) {
    const tail = parts.slice(from).join('/');
    const isRoot = names.oldRoots.includes(tail);
    // The name of a module is no folder.
    if (isRoot && (names.mapPath(tail) ?? names.mapPath(`${tail}/__init__.py`)) === null) continue;
    const target = isRoot
      ? (names.mapModule(tail)?.replaceAll('.', '/') ?? null)
      : (names.mapPath(tail) ?? belowFolder(tail, names));
    if (target === null || target === tail || (isRoot && isOtherPlace(parts.slice(0, from)))) continue;
    const start = word.start + parts.slice(0, from).join('/').length + 1;
    const evidence = `${word.text} ends with a path that moved`;
    return { start, end: start + tail.length, text: target, evidence, certain: false };
  }
  return null;
}

/** What is made in a folder that is there: `pkg/static/node_modules`, where `pkg/static` moved. The package alone may be another of its name. */
function belowFolder(path: string, names: MovedNames): string | null {
  const parts = path.split('/');
  const isThere = parts.some((_, i) => i > 1 && names.mapPath(parts.slice(0, i).join('/')) !== null);
  return isThere ? names.mapBelow(path) : null;
}

/** `/pkg` is a checkout or a part of the name of an image, `/usr/bin/pkg` a program, `/etc/cron.d/pkg` settings, `/var/log/pkg` and `/var/lib/pkg` what it writes. */
function isOtherPlace(parts: readonly string[]): boolean {
  return /^$|^\/etc\/|(^|\/)(s?bin|log|etc|run|cache|tmp|spool|var\/lib)$/.test(parts.join('/'));
}
