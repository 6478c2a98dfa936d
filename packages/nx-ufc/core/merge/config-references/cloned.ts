import type { MovedNames } from './kind';
import type { Word } from './line-words';

/** What makes a checkout: `git clone https://…/pkg.git`, `gh repo clone owner/pkg folder`. */
const CLONE = /\b(?:git|hub|gh[ \t]+repo)[ \t]+clone\b([^\n;&|`)]*)/g;
/** A step of a workflow and the folder that it is told (https://github.com/actions/checkout#usage). */
const CHECKOUT = /uses:[ \t]*["']?actions\/checkout@/;
const PATH = /^[ \t]*path:[ \t]*["']?(?:\.\/)?([\w.-]+)\/?["']?[ \t]*$/m;
const STEP = /^[ \t]*-[ \t]/m;

/** Folders that commands of a text clone projects into, and steps of a workflow check them out to. */
export function clonedFolders(text: string): ReadonlySet<string> {
  if (!/clone|checkout/.test(text)) return new Set();
  const words = [...text.matchAll(CLONE)].flatMap(([, given]) => given.split(/[\s"'<>]+/));
  const names = words.map((word) =>
    word
      .replace(/(\.git)?\/?$/, '')
      .split(/[/:]/)
      .at(-1)!,
  );
  const steps = CHECKOUT.test(text) ? text.split(STEP).filter((step) => CHECKOUT.test(step)) : [];
  return new Set([...names, ...steps.map((step) => PATH.exec(step)?.[1] ?? '')].filter(Boolean));
}

/** `cd pkg` leads to the project that was cloned, not to its package of the same name, and so do paths of what the package does not have. */
export function leadsToClone(
  { text, previous }: Word,
  folders: ReadonlySet<string>,
  { mapPath }: Pick<MovedNames, 'mapPath'>,
): boolean {
  const path = text.replace(/^\.\//, '').replace(/\/$/, '');
  if (folders.size === 0 || !folders.has(path.split('/')[0])) return false;
  return (
    /^(cd|pushd|-C|working[-_]directory:|path:)$/.test(previous) ||
    (path.includes('/') && mapPath(path) === null)
  );
}
