/** One option of an INI file, with where its value lies. */
export interface IniOption {
  section: string;
  key: string;
  value: string;
  /** Offsets of the value, continuation lines included. */
  start: number;
  end: number;
}

/**
 * Options of an INI file as `configparser` reads them: `key = value`, continuation lines indented, `#` and `;` begin
 * comments (https://docs.python.org/3/library/configparser.html#supported-ini-file-structure).
 */
export function readIni(text: string): IniOption[] {
  const options: IniOption[] = [];
  let section = '';
  let current: IniOption | null = null;
  let at = 0;
  for (const line of text.split(/(?<=\n)/)) {
    const start = at;
    at += line.length;
    const content = line.replace(/\r?\n$/, '');
    const header = /^\[([^\]]+)\]/.exec(content);
    if (/^\s*$|^\s*[#;]/.test(content)) continue;
    if (header) {
      section = header[1];
      current = null;
    } else if (/^\s/.test(content) && current) {
      current.end = start + content.length;
      current.value = text.slice(current.start, current.end);
    } else {
      const match = /^([^=:]+?)\s*[=:]\s*/.exec(content);
      if (!match) continue;
      const from = start + match[0].length;
      current = {
        section,
        key: match[1].trim().toLowerCase(),
        value: content.slice(match[0].length),
        start: from,
        end: start + content.length,
      };
      options.push(current);
    }
  }
  return options;
}

/** The lines of a value that lists things, comments dropped. */
export function iniLines(value: string): string[] {
  return value
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^[#;]/.test(line));
}
