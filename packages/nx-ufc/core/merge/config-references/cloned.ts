import type { Word } from './words';

/** What makes a checkout: `git clone https://…/pkg.git`, `gh repo clone owner/pkg folder`. */
const CLONE = /\b(?:git|hub|gh[ \t]+repo)[ \t]+clone\b([^\n;&|`)]*)/g;

/** Folders that commands of a text clone projects into. */
export function clonedFolders(text: string): ReadonlySet<string> {
  if (!text.includes('clone')) return new Set();
  const words = [...text.matchAll(CLONE)].flatMap(([, given]) => given.split(/[\s"'<>]+/));
  return new Set(
    words
      .map((word) =>
        word
          .replace(/(\.git)?\/?$/, '')
          .split(/[/:]/)
          .at(-1)!,
      )
      .filter(Boolean),
  );
}

/** `cd pkg` leads to the project that was cloned, not to its package of the same name. */
export function leadsToClone({ text, previous }: Word, folders: ReadonlySet<string>): boolean {
  return /^(cd|pushd)$/.test(previous) && folders.has(text.replace(/^\.\//, '').split('/')[0]);
}
