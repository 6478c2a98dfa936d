import { NEXT_COMMAND, takesFolders } from '../config-references/folder-programs';
import { FOLDER_OPTION, takesModule } from '../config-references/words';

/** What tox puts there where nothing else is given, or of a variable. */
const GIVEN = /\{(?:posargs|env:\w+):/g;
/** A command goes on in the next line. */
const CONTINUED = /\\\r?\n/g;

/** Is what stands there the folder that a tool is given on its command line: `flake8 pkg`? */
export function isFolder(text: string, at: number): boolean {
  const said = text.slice(0, at).replace(CONTINUED, ' ');
  const before = said.slice(said.lastIndexOf('\n') + 1).split(NEXT_COMMAND);
  const line =
    before
      .at(-1)!
      .replace(GIVEN, ' ')
      .match(/[^\s,;=&|'"]+/g) ?? [];
  const previous = line.at(-1) ?? '';
  return FOLDER_OPTION.test(previous) || (takesFolders(line) && !takesModule({ line, previous }));
}
