import type { ConfigEdit, MovedNames } from './kind';

/** https://pre-commit.com/#config-args, on one line or on several. */
const ARGUMENTS = /^[ \t]*(?:-[ \t]+)?args:[ \t]*(\[[^\]]*\]|(?:[ \t]*\n[ \t]*-[^\n]*)+)/gm;
const WORD = /(?<=[[,\s"'])[A-Za-z_]\w*(?=["',\]\s]|$)/g;

/** The bare name of a package in what hooks are given: to most it is its folder. The first of a file is listed for all. */
export function hookArguments(
  text: string,
  { oldRoots, mapPath }: MovedNames,
  taken: readonly ConfigEdit[],
): ConfigEdit[] {
  const found = [...text.matchAll(ARGUMENTS)].flatMap(({ 0: whole, 1: list, index }) =>
    [...list.matchAll(WORD)].flatMap(({ 0: word, index: at }): ConfigEdit[] => {
      const target = oldRoots.includes(word) ? mapPath(word) : null;
      const start = index + whole.length - list.length + at;
      const end = start + word.length;
      const isFree = !taken.some((edit) => edit.start < end && start < edit.end);
      return target !== null && isFree ? [{ start, end, text: target, evidence: EVIDENCE }] : [];
    }),
  );
  return found.slice(0, 1);
}

const EVIDENCE = 'a hook is given the name of the package, or its folder';
