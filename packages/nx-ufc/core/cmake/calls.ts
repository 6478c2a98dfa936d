import type { Span } from '../python/facts/types';

/** Files of CMake. */
export const CMAKE_FILE = /(^|\/)CMakeLists\.txt$|\.cmake$/;

/** An argument of a command of CMake; its span is that of the text without quotes. */
export interface CmakeArgument extends Span {
  text: string;
}

/** One command: `install(TARGETS _core DESTINATION pkg)`. */
export interface CmakeCall {
  /** In lower case, as CMake reads it. */
  name: string;
  arguments: CmakeArgument[];
}

const SPACE = /[ \t\r\n;]+/y;
const COMMENT = /#(?:\[(=*)\[[\s\S]*?\]\1\]|[^\r\n]*)/y;
const COMMAND = /([A-Za-z_]\w*)[ \t]*\(/y;
const BRACKET = /\[(=*)\[([\s\S]*?)\]\1\]/y;
const QUOTED = /"((?:[^"\\]|\\[\s\S])*)"/y;
const UNQUOTED = /(?:[^\s()#"\\;]|\\[\s\S]|"(?:[^"\\\r\n]|\\.)*")+/y;

/**
 * The commands of a file of CMake, in order (https://cmake.org/cmake/help/latest/manual/cmake-language.7.html#syntax).
 * @returns null where the text is none
 */
export function cmakeCalls(text: string): CmakeCall[] | null {
  const calls: CmakeCall[] = [];
  let at = 0;
  const read = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) at = pattern.lastIndex;
    return match;
  };
  const argument = (): CmakeArgument | null => {
    const start = at;
    const bracket = read(BRACKET);
    if (bracket)
      return { start: start + 2 + bracket[1].length, end: at - 2 - bracket[1].length, text: bracket[2] };
    const quoted = read(QUOTED);
    if (quoted) return { start: start + 1, end: at - 1, text: quoted[1] };
    const bare = read(UNQUOTED);
    return bare && { start, end: at, text: bare[0] };
  };
  for (;;) {
    if (read(SPACE) || read(COMMENT)) continue;
    if (at >= text.length) return calls;
    const command = read(COMMAND);
    if (!command) return null;
    const call: CmakeCall = { name: command[1].toLowerCase(), arguments: [] };
    for (let depth = 1; depth > 0;) {
      if (read(SPACE) || read(COMMENT)) continue;
      if (text[at] === '(' || text[at] === ')') {
        depth += text[at++] === '(' ? 1 : -1;
        continue;
      }
      const given = argument();
      if (!given) return null;
      call.arguments.push(given);
    }
    calls.push(call);
  }
}

/** What stands behind a keyword of a command: `DESTINATION pkg`; every place of it. */
export function argumentsAfter(call: CmakeCall, keyword: string): CmakeArgument[] {
  return call.arguments.filter((_, i) => call.arguments[i - 1]?.text === keyword);
}

/** `set(NAME value)`: the one value of each variable; one that is set twice, or to a list, has none. */
export function cmakeVariables(calls: readonly CmakeCall[]): Map<string, CmakeArgument> {
  const found = new Map<string, CmakeArgument | null>();
  for (const { name, arguments: given } of calls)
    if (name === 'set' && given.length > 0)
      found.set(given[0].text, found.has(given[0].text) || given.length !== 2 ? null : given[1]);
  return new Map([...found].filter((entry): entry is [string, CmakeArgument] => entry[1] !== null));
}
