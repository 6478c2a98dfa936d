import type { DataValue } from '../merge/data/value';
import { tableAt } from '../merge/pyproject/types';
import { plainData } from '../merge/toml/plain';
import type { SourceTree } from '../project/types';
import { readIni } from './ini';
import { textAt } from './tree-text';

type Settings = Record<string, DataValue>;
type Reader = (tree: SourceTree) => Settings;

/** Where pytest looks for its settings, in its own order: the first file that has some counts (https://docs.pytest.org/en/stable/reference/customize.html). */
const READERS: Reader[] = [
  fromIni('pytest.ini', 'pytest'),
  fromIni('.pytest.ini', 'pytest'),
  fromPyproject,
  fromIni('tox.ini', 'pytest'),
  fromIni('setup.cfg', 'tool:pytest'),
];

/** The settings of pytest that a project has; values of INI files as texts. */
export function readPytestSettings(tree: SourceTree): Settings {
  for (const read of READERS) {
    const found = read(tree);
    if (Object.keys(found).length > 0) return found;
  }
  return {};
}

function fromIni(path: string, section: string): Reader {
  return (tree) => {
    const options = readIni(textAt(tree, path) ?? '').filter((one) => one.section === section);
    return Object.fromEntries(options.map(({ key, value }) => [key, uncommented(value)]));
  };
}

function fromPyproject(tree: SourceTree): Settings {
  const text = textAt(tree, 'pyproject.toml');
  return text === null ? {} : (tableAt(plainData(text), 'tool', 'pytest', 'ini_options') as Settings);
}

function uncommented(value: string): string {
  const lines = value.split(/\r?\n/).map((line) => line.trim());
  return lines.filter((line) => line !== '' && !/^[#;]/.test(line)).join('\n');
}
