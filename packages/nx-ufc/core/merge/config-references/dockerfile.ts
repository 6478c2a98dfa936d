import type { ConfigEdit, ConfigFinding, ConfigReferenceKind, MovedNames } from './kind';
import { airflowFolders } from './airflow-folders';
import { imageSearchPath } from './image-search-path';
import { leftContext } from './image-context';
import { leftFolder } from './left-folder';
import { copiedPackaging, leftPackaging } from './left-packaging';
import { ownSearchPath } from './own-search-path';
import { installs, unreachable } from './unreachable';
import { wordsOf, type Word } from './line-words';
import { commandReferences, pathEdit } from './words';

/**
 * Commands, settings and copied paths of an image. A package that is copied to a folder of its name is imported by that name:
 * the folder follows.
 */
export const dockerfile: ConfigReferenceKind = {
  id: 'dockerfile',
  files: /(^|\/)(Dockerfile|Containerfile)([.-][\w.-]+)?$|\.dockerfile$/i,
  find(text, names, path) {
    const rest = commandReferences(text, names, path, imageWords(text));
    // An image that is described in another folder may be made of that folder.
    const isOwn = !path.includes('/');
    const told = imageSearchPath(text, rest.edits, isOwn ? names : { ...names, reachesProject: () => false });
    const isTold = isOwn && (told.length > 0 || ownSearchPath(text, names, path).length > 0);
    const isBelow = installs(text, names) || BUILDS.test(text) || (isTold && reachesAbove(names));
    const copied = copies(text, names, isBelow ? 'src/' : '');
    const taken = new Set(copied.map((edit) => edit.start));
    const packages = copied.filter(({ evidence }) => evidence === PACKAGE);
    const found: ConfigFinding = {
      edits: [...copied, ...rest.edits.filter((edit) => !taken.has(edit.start)).map(inImage(copied))],
      doubts: rest.doubts.filter((edit) => !taken.has(edit.start)),
    };
    found.doubts.push(...leftFolder(text, names, path, [...found.edits, ...found.doubts]));
    const lines = copyLines(text);
    found.doubts.push(...leftContext(lines.flatMap(sourcesOf), names, path));
    for (const words of lines) {
      const { edits, doubts } = copiedPackaging(text, words, names);
      found.edits.push(...edits);
      found.doubts.push(...doubts);
    }
    found.doubts.push(...leftPackaging(text, names, [...found.edits, ...found.doubts]));
    found.doubts.push(...airflowFolders(text, names));
    (isOwn ? found.edits : found.doubts).push(...told);
    if (!isBelow && reachesAbove(names)) found.doubts.push(...packages.slice(0, 1).map(lookedForElsewhere));
    if (packages.length === 0 && told.length === 0)
      found.doubts.push(...unreachable(text, rest.edits, names));
    return found;
  },
};

/** CMD goes on with the words of an ENTRYPOINT in brackets (https://docs.docker.com/reference/dockerfile/#understand-how-cmd-and-entrypoint-interact). */
function* imageWords(text: string): Generator<Word> {
  let entry: readonly string[] = [];
  for (const word of wordsOf(text)) {
    const command = word.line[0] ?? word.text;
    if (/^(FROM|ENTRYPOINT)$/i.test(command) && word.line.length === 0)
      entry = /^ENTRYPOINT\s*\[/i.test(text.slice(word.start, word.start + 40)) ? word.line : [];
    if (entry.length === 0 || !/^CMD$/i.test(command) || word.line.length === 0) yield word;
    else {
      const line = [...entry, ...word.line.slice(1)];
      yield { ...word, line, previous: line.at(-1)! };
    }
  }
}

/** What looks for files beside its package finds them at the depth that it is written for. */
function reachesAbove(names: MovedNames): boolean {
  return names.newSearchPath !== null && names.reachesProject();
}

function lookedForElsewhere({ start, text }: ConfigEdit): ConfigEdit {
  const evidence = `${text} is not below src here, where it looks for files of the project from: copy it to src/${text}, and set PYTHONPATH`;
  return { start, end: start, text: '', evidence };
}

/** What is built in an image is looked for where pyproject.toml says. */
const BUILDS = /\b(uv|poetry|hatch|pdm|flit)\s+build\b|-m\s+build\b/;

function copies(text: string, names: MovedNames, below: string): ConfigEdit[] {
  return copyLines(text).flatMap((words) => copiedFolder(words, names, below));
}

/** What is copied and to where, of every line that copies from the context of the build. */
function copyLines(text: string): Word[][] {
  const lines = new Map<readonly string[], Word[]>();
  for (const word of wordsOf(text)) lines.set(word.line, [...(lines.get(word.line) ?? []), word]);
  return [...lines.values()]
    .filter(([command, ...rest]) => /^(COPY|ADD)$/i.test(command.text) && !rest.some(isFromStage))
    .map(([, ...rest]) => rest.filter((word) => !isFlag(word)));
}

const sourcesOf = (paths: readonly Word[]) => paths.slice(0, -1);

const PACKAGE = 'folder of a package';

const isFlag = (word: Word) => word.text.startsWith('--') || word.previous.startsWith('--');
const isFromStage = (word: Word) => word.text === '--from';

function copiedFolder(paths: Word[], names: MovedNames, below: string): ConfigEdit[] {
  const target = paths.at(-1);
  if (!target || paths.length < 2) return [];
  const sources = sourcesOf(paths).flatMap((word) => {
    const edit = pathEdit(word, names);
    return edit?.certain ? [edit] : [];
  });
  const path = target.text.replace(/\/$/, '');
  const name = path.slice(path.lastIndexOf('/') + 1);
  const isRoot = sourcesOf(paths).some((word) => word.text.replace(/\/$/, '').endsWith(name));
  const module = names.oldRoots.includes(name) && isRoot ? names.mapModule(name) : null;
  // The folder of the whole project may be called like its package.
  const isPackage = sources.some(({ text }) => `/${text}`.endsWith(`/${module?.replaceAll('.', '/')}`));
  if (module === null || !isPackage) return sources;
  const start = target.start + path.length - name.length;
  const after = below + module.replaceAll('.', '/');
  return [...sources, { start, end: start + name.length, text: after, evidence: PACKAGE }];
}

/** Commands of the image find a copied package in its folder there. */
function inImage(copied: readonly ConfigEdit[]): (edit: ConfigEdit) => ConfigEdit {
  const places = copied.flatMap((edit, at) => {
    const source = copied[at - 1];
    return edit.evidence === PACKAGE && source ? [{ from: source.text, to: edit.text }] : [];
  });
  return (edit) => {
    const place = places.find(({ from }) => `${edit.text}/`.startsWith(`${from}/`));
    return place ? { ...edit, text: place.to + edit.text.slice(place.from.length) } : edit;
  };
}
