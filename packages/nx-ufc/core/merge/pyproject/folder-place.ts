import { NEXT_COMMAND, takesFolders } from '../config-references/folder-programs';
import { FOLDER_OPTION, takesModule } from '../config-references/words';

/** What tox puts there where nothing else is given, or of a variable. */
const GIVEN = /\{(?:posargs|env:\w+):/g;

/** Is what stands there the folder that a tool is given on its command line: `flake8 pkg`? */
export function isFolder(text: string, at: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at).split(NEXT_COMMAND);
  const line =
    before
      .at(-1)!
      .replace(GIVEN, ' ')
      .match(/[^\s,;=&|'"]+/g) ?? [];
  const previous = line.at(-1) ?? '';
  return FOLDER_OPTION.test(previous) || (takesFolders(line) && !takesModule({ line, previous }));
}
