/** Programs that take folders of code. */
const PATH_PROGRAM =
  /^(mypy|pylint|flake8|ruff|black|isort|bandit|pytest|py\.test|vulture|pyright|pydocstyle|pycodestyle|codespell|autoflake|pyflakes|interrogate|radon|xenon|pyupgrade|autopep8|yapf|docformatter|pytype|sphinx-apidoc|2to3|deptry|basedpyright|refurb|ty|pyrefly|zuban|cd|ls|cp|mv|rm|cat|find|COPY|ADD|pushd|grep|wc|cloc|diff|graft|prune|(recursive-)?(include|exclude))$/;

/** What ends a command on its line, and the word that stands for it among those before. */
export const NEXT_COMMAND = /[|;]|&&/;
export const SEPARATOR = '|';

/** Does a command run a program that takes folders of code? What grep is given first is what it looks for. */
export function takesFolders(line: readonly string[]): boolean {
  const command = line.slice(line.lastIndexOf(SEPARATOR) + 1);
  const at = command.findLastIndex(isProgramOf(PATH_PROGRAM));
  const isPattern =
    isProgramOf(/^grep$/)(command[at] ?? '') && command.slice(at + 1).every((word) => /^(-|\d+$)/.test(word));
  return at >= 0 && !isPattern;
}

export function isProgramOf(programs: RegExp): (word: string) => boolean {
  return (word) => programs.test(word.slice(word.lastIndexOf('/') + 1));
}
