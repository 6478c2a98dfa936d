import { NEXT_COMMAND } from './folder-programs';

/** Scripts that run tests, by the names of packages. */
const TAKES_MODULES = /(^|\/)(manage|django-admin|setup|(run[-_]?)?tests?|(test[-_]?)?runner)\.py$/;

/**
 * Is the word at an offset a bare argument of a script of the project, `python tools/clean.py pkg`? Whether the script takes the name of the package
 * or its folder only the script knows.
 */
export function isScriptArgument(text: string, at: number): boolean {
  const command = text
    .slice(text.lastIndexOf('\n', at - 1) + 1, at)
    .split(NEXT_COMMAND)
    .at(-1)!;
  const line = command.match(/[^\s'"]+/g) ?? [];
  const script = line.find((word) => !word.startsWith('-') && /\.py$/.test(word));
  const isBare = /\s$/.test(command) && !line.at(-1)?.startsWith('-');
  return script !== undefined && isBare && !TAKES_MODULES.test(script) && isRun(line, script);
}

/** Python runs it, or the shell does. */
function isRun(line: readonly string[], script: string): boolean {
  const at = line.indexOf(script);
  return at === 0 || /(^|[/{])(env)?python[\d.]*\}?$/.test(line[at - 1]) || line.slice(0, at).includes('run');
}
