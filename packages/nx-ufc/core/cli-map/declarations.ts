/** What the declarations of an option say, by click's rules (`Option._parse_decls`). */
export interface Declarations {
  name: string;
  flags: string[];
  /** There is a flag for the opposite: `--shout/--no-shout`. */
  secondary: boolean;
}

/** `["-f", "--force/--no-force", "name"]`: an identifier is the name, else the first of the longest prefix is. */
export function readDeclarations(declarations: readonly string[]): Declarations {
  const first: string[] = [];
  const second: string[] = [];
  let name: string | null = null;
  for (const declaration of declarations) {
    if (/^[\p{L}_][\p{L}\p{N}_]*$/u.test(declaration)) {
      name = declaration;
      continue;
    }
    const separator = declaration.startsWith('/') ? ';' : '/';
    const at = declaration.indexOf(separator);
    const main = (at < 0 ? declaration : declaration.slice(0, at)).trimEnd();
    const opposite = at < 0 ? '' : declaration.slice(at + 1).trim();
    if (main) first.push(main);
    if (opposite) second.push(opposite);
  }
  const prefixed = first.map((one) => /^([^\p{L}\p{N}]{0,2})(.*)$/u.exec(one)!);
  const [longest] = [...prefixed].sort((a, b) => b[1].length - a[1].length);
  return {
    name: name ?? (longest ? longest[2].replace(/-/g, '_').toLowerCase() : ''),
    flags: [...first, ...second],
    secondary: second.length > 0,
  };
}
