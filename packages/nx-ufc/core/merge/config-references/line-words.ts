import { BRACE_GROUP } from '../braces';
import { NEXT_COMMAND, SEPARATOR } from './folder-programs';

/** A word of a command line or a list, with what stands before it. */
export interface Word {
  text: string;
  start: number;
  /** The word before on the same line, `""` for the first one. */
  previous: string;
  /** All words before on the same line. */
  line: readonly string[];
}

/**
 * What stands for the folder that a command is run in, and for the checkout of a pipeline: `${HERE:-.}/`, `$PWD/`, `$(CURDIR)/`, `${{ github.workspace }}/`
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/variables, https://docs.gitlab.com/ci/variables/predefined_variables).
 */
const FOLDER =
  String.raw`\$\{\w+:?-\.\/?\}\/|\$(?:PWD|GITHUB_WORKSPACE|CI_PROJECT_DIR)\/|\$\{(?:PWD|CURDIR|GITHUB_WORKSPACE|CI_PROJECT_DIR)\}\/` +
  String.raw`|\$\((?:pwd|PWD|CURDIR|Build\.SourcesDirectory)\)\/|\$\{\{ *github\.workspace *\}\}\/`;
export const HERE = new RegExp(`^(?:${FOLDER})$`);
/**
 * The module of `-mpkg.mod` is a word of its own, and so is what a variable is when nothing sets it: `${APP:-pkg.mod:app}`, of tox too
 * (`{posargs:pkg}`, `{env:APP:pkg.mod}`).
 */
const WORD = new RegExp(
  String.raw`(?<=\s)-m(?=[A-Za-z_])|${FOLDER}|(?<=\$\{)\w+:?[-=](?=[^}\s])|(?<=\{)(?:posargs|env:\w+):(?=[^}\s])|(?:[^\s'"\`,;&|(){}[\]<>=^$]|(?<=\/)${BRACE_GROUP})+`,
  'g',
);

/** Words of a line of commands; comments are left out. */
export function* wordsOf(text: string): Generator<Word> {
  let at = 0;
  for (const line of text.split(/(?<=\n)/)) {
    const before: string[] = [];
    let end = 0;
    if (!/^\s*(#|\/\/|REM\b|;)/.test(line)) {
      for (const match of line.matchAll(WORD)) {
        if (match[0].startsWith('#') && /(^|\s)$/.test(line.slice(0, match.index))) break;
        if (NEXT_COMMAND.test(line.slice(end, match.index))) before.push(SEPARATOR);
        end = match.index + match[0].length;
        yield { text: match[0], start: at + match.index, previous: before.at(-1) ?? '', line: before };
        before.push(match[0]);
      }
    }
    at += line.length;
  }
}
