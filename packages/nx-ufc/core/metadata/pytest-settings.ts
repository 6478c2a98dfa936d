import type { DataValue } from '../merge/data/value';
import { tableAt, type Table } from '../merge/pyproject/types';
import { plainData } from '../merge/toml/plain';
import type { SourceTree } from '../project/types';
import { readIni } from './ini';
import { textAt } from './tree-text';

type Settings = Record<string, DataValue>;
type Reader = (tree: SourceTree) => Settings;

/** Files that may have settings of pytest. */
export const PYTEST_SETTINGS = /^(pyproject\.toml|\.?pytest\.(ini|toml)|tox\.ini|setup\.cfg)$/;

/** Where pytest looks for its settings, in its own order: the first file that has some counts (https://docs.pytest.org/en/stable/reference/customize.html). */
const READERS: Reader[] = [
  fromToml('pytest.toml', 'pytest'),
  fromToml('.pytest.toml', 'pytest'),
  fromIni('pytest.ini', 'pytest'),
  fromIni('.pytest.ini', 'pytest'),
  fromToml('pyproject.toml', 'tool', 'pytest', 'ini_options'),
  fromToml('pyproject.toml', 'tool', 'pytest'),
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

function fromToml(path: string, ...table: string[]): Reader {
  return (tree) => {
    const text = textAt(tree, path);
    return text === null ? {} : (tableAt(dataOf(text), ...table) as Settings);
  };
}

/** A file that does not parse is for pytest to report. */
function dataOf(text: string): Table {
  try {
    return plainData(text) as Table;
  } catch {
    return {};
  }
}

function uncommented(value: string): string {
  const lines = value.split(/\r?\n/).map((line) => line.trim());
  return lines.filter((line) => line !== '' && !/^[#;]/.test(line)).join('\n');
}
