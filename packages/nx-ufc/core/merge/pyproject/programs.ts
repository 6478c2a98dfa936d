import type { DataPath } from '../data/value';

/** Options of tox whose values are command lines (https://tox.wiki/en/latest/config.html#commands), or names of programs. */
const INI_OPTION = /^(commands(_pre|_post)?|list_dependencies_command|(allowlist|whitelist)_externals)$/;
const INI_SECTION = /^(tox|testenv)\b/;

/** Tables of tasks and environments whose values are command lines. */
const TASKS =
  /^tool\.(tox\b.*\b(commands(_pre|_post)?|allowlist_externals)|hatch\.envs\..*\bscripts|poe\.tasks|pdm\.scripts|rye\.scripts|taskipy\.tasks|pixi\b.*\btasks|cibuildwheel\b.*\b(test-command|before-\w+))\b/;

/** What stands before the program of a command line: marks and factors of tox, variables, another command, a program that runs it. */
const BEFORE =
  /(^|\n|&&|\|\||[;|])[ \t]*(([-!]|[\w{},!.-]+:)[ \t]+|-)?(\w+=\S*[ \t]+)*((uv|poetry|pdm|hatch|pipx|rye|pixi|tox)[ \t]+run[ \t]+)?["']?$/;

/** Which places of an option of an INI file are programs: they are called as they were, whatever the package is called. */
export function programsOfOption(section: string, key: string, value: string): (at: number) => boolean {
  const isCommand = INI_SECTION.test(section) && INI_OPTION.test(key);
  return (at) => isCommand && isProgram(value, at);
}

/** The same of a string of pyproject.toml. A list in a list is one command, word by word. */
export function programsOfString(path: DataPath, value: string): (at: number) => boolean {
  const [above, last] = path.slice(-2);
  const isWord = typeof above === 'number' && typeof last === 'number';
  const isCommand = TASKS.test(path.join('.')) && !(isWord && last > 0);
  return (at) => isCommand && isProgram(value, at);
}

function isProgram(text: string, at: number): boolean {
  return BEFORE.test(text.slice(0, at));
}
