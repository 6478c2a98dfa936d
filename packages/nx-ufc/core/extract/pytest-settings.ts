import type { DataValue } from '../merge/data/value';
import { tableAt } from '../merge/pyproject/types';
import { plainData } from '../merge/toml/plain';
import { readIni } from '../metadata/ini';
import type { SourceTree } from '../project/types';

/** Where pytest looks for its settings, in its own order (https://docs.pytest.org/en/stable/reference/customize.html). */
const INI_FILES: [string, string][] = [
  ['pytest.ini', 'pytest'],
  ['.pytest.ini', 'pytest'],
  ['tox.ini', 'pytest'],
  ['setup.cfg', 'tool:pytest'],
];
/** Options of coverage and of running in parallel say how the monolith is tested, not how a test works. */
const HOUSE_OPTION =
  /^(--(no-)?cov\b|--cov-|--numprocesses|--dist\b|--maxprocesses|--junit|--durations|--html)/;

type Adapt = (value: DataValue, paths: ReadonlySet<string>) => DataValue | null;
/** Settings that say something about the files of the monolith. */
const ADAPTED: Record<string, Adapt | undefined> = {
  addopts: withoutHouseOptions,
  testpaths: present,
  python_files: (value, paths) => (matchesAny(value, paths) ? value : null),
};

/**
 * The settings of pytest that a project has, for the table `[tool.pytest.ini_options]`, which takes texts as files of other formats have
 * them. @param paths files that come along: places of tests that are empty now are left out
 */
export function pytestSettings(tree: SourceTree, paths: ReadonlySet<string>): Record<string, DataValue> {
  const settings = readSettings(tree);
  const found: Record<string, DataValue> = {};
  for (const [key, value] of Object.entries(settings)) {
    const kept = (ADAPTED[key] ?? ((same) => same))(value, paths);
    if (kept !== null) found[key] = kept;
  }
  return found;
}

function readSettings(tree: SourceTree): Record<string, DataValue> {
  const textOf = (path: string) => {
    const file = tree.files.find((one) => one.path === path);
    return file
      ? Buffer.from(file.bytes)
          .toString('utf8')
          .replace(/^\uFEFF/, '')
      : null;
  };
  const fromIni = (path: string, section: string) => {
    const options = readIni(textOf(path) ?? '').filter((one) => one.section === section);
    return options.length > 0
      ? Object.fromEntries(options.map(({ key, value }) => [key, uncommented(value)]))
      : null;
  };
  for (const [path, section] of INI_FILES.slice(0, 2)) {
    const found = fromIni(path, section);
    if (found) return found;
  }
  const pyproject = textOf('pyproject.toml');
  const table = pyproject === null ? {} : tableAt(plainData(pyproject), 'tool', 'pytest', 'ini_options');
  if (Object.keys(table).length > 0) return table as Record<string, DataValue>;
  for (const [path, section] of INI_FILES.slice(2)) {
    const found = fromIni(path, section);
    if (found) return found;
  }
  return {};
}

function uncommented(value: string): string {
  const lines = value.split(/\r?\n/).map((line) => line.trim());
  return lines.filter((line) => line !== '' && !/^[#;]/.test(line)).join('\n');
}

/** Does a pattern of file names find anything? Without one pytest takes `test_*.py`. */
function matchesAny(value: DataValue, paths: ReadonlySet<string>): boolean {
  return words(value).some((pattern) => {
    const escaped = pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.');
    const whole = new RegExp(`(^|/)${escaped}$`);
    return [...paths].some((path) => whole.test(path));
  });
}

function words(value: DataValue): string[] {
  return Array.isArray(value) ? value.map(String) : String(value).split(/\s+/);
}

function withoutHouseOptions(value: DataValue): DataValue | null {
  const all = words(value);
  const kept = all.filter((word, i) => {
    const isValue = i > 0 && /^(-n|--cov|--cov-report|--cov-config|--dist|--numprocesses)$/.test(all[i - 1]);
    return (
      word !== '' &&
      !HOUSE_OPTION.test(word) &&
      !/^-n(\d+|auto)?$/.test(word) &&
      !(isValue && !word.startsWith('-'))
    );
  });
  if (kept.length === all.length) return value;
  if (kept.length === 0) return null;
  return Array.isArray(value) ? kept : kept.join(' ');
}

function present(value: DataValue, paths: ReadonlySet<string>): DataValue | null {
  const kept = words(value).filter((place) => {
    const folder = place.replace(/^\.\/|\/$/g, '');
    return folder === '.' || [...paths].some((path) => path === folder || path.startsWith(`${folder}/`));
  });
  return kept.length === 0 ? null : kept;
}
