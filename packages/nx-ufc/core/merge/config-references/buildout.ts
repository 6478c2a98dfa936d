import { normaliseName } from '../../project/distributions';
import type { ConfigEdit, ConfigReferenceKind, MovedNames } from './kind';
import { loggingIni } from './logging-ini';

/** Options that list distributions (https://www.buildout.org/en/latest/topics/writing-recipes.html), with the lines that go on. */
const EGGS = /^(?:[\w-]*-)?eggs[ \t]*\+?=[^\n]*(?:\r?\n[ \t]+[^\n]*)*/gm;
/** Distributions that are made from a folder: `develop = .`. */
const DEVELOP = /^develop[ \t]*\+?=[^\n]*(?:\r?\n[ \t]+[^\n]*)*/m;
const REQUIREMENT = /^(?:[\w-]+[ \t]*\+?=)?[ \t]*([A-Za-z][\w.-]*)/gm;

/** Settings of zc.buildout: what they say as other INI files do, and the distribution where it is listed. */
export const buildout: ConfigReferenceKind = {
  id: 'buildout',
  files: /(^|\/)buildout[\w-]*\.cfg$/,
  find(text, names, path) {
    const { edits, doubts } = loggingIni.find(text, names, path);
    const eggs = distributions(text, names);
    const isOther = (one: ConfigEdit) => !eggs.some(({ start, end }) => one.start < end && start < one.end);
    const others = { edits: edits.filter(isOther), doubts: doubts.filter(isOther) };
    return isDeveloped(text)
      ? { ...others, edits: [...others.edits, ...eggs] }
      : { ...others, doubts: [...others.doubts, ...eggs] };
  },
};

/** Is the distribution made from the folder that the settings lie in? Else it may come from an index, by the name that it was published by. */
function isDeveloped(text: string): boolean {
  const folders = DEVELOP.exec(text)?.[0].split('=')[1] ?? '';
  return folders.split(/\s+/).some((folder) => folder === '.' || folder === './');
}

function distributions(text: string, { distribution }: MovedNames): ConfigEdit[] {
  return [...text.matchAll(EGGS)].flatMap(({ 0: option, index }) =>
    [...option.matchAll(REQUIREMENT)].flatMap(({ 0: line, 1: name, index: at }) => {
      if (normaliseName(name) !== distribution.from) return [];
      const start = index + at + line.length - name.length;
      const evidence = 'the distribution has another name now';
      return [{ start, end: start + name.length, text: distribution.to, evidence }];
    }),
  );
}
