import type { ConfigEdit, MovedNames } from './kind';
import { installs, isTold, runs } from './unreachable';

/** At the top: its commands run in its folder (https://devcenter.heroku.com/articles/procfile). */
export const PROCFILE = /^Procfile([.-]\w+)?$/;
const PROCESS = /^([\w-]+:[ \t]*)(.+)$/gm;
const SEVERAL = /&&|\|\||[;|]/;

/**
 * Processes that run modules of the packages from the folder of the project find them by a setting of their own, unless one goes to another folder first.
 * @param edits of the commands
 */
export function processSearchPaths(
  text: string,
  edits: readonly ConfigEdit[],
  names: MovedNames,
): ConfigEdit[] {
  const { newSearchPath } = names;
  if (newSearchPath === null || names.mapSearchPath || installs(text, names) || isTold(text)) return [];
  const running = runs(text, edits, names);
  const asked = [...text.matchAll(PROCESS)].filter(({ 0: line, index }) =>
    running.some(({ start }) => index <= start && start < index + line.length),
  );
  if (asked.some(([, , command]) => /\b(cd|pushd)\b/.test(command))) return [];
  return asked.map(({ 1: label, 2: command, index }) => {
    const at = index + label.length;
    const text = SEVERAL.test(command)
      ? `export PYTHONPATH=${newSearchPath} && `
      : `PYTHONPATH=${newSearchPath} `;
    return {
      start: at,
      end: at,
      text,
      evidence: 'the packages are below another folder, which nothing installs',
    };
  });
}
