import type { DataPath } from '../data/value';
import type { Operation } from '../data/operation';
import type { PyprojectChange, Table } from './types';
import { isPytestPath } from './pytest-arguments';
import { programsOfString } from './programs';
import { isTable, listAt, tableAt } from './types';
import { applyEdits, type Edit } from '../../text/edits';
import { findsFolder } from '../test-paths';
import { BRACE_GROUP, mappedBraces } from '../braces';
import { movedPattern } from '../path-pattern';
import { isValueOfOther } from '../config-references/environment-variables';
import { isScriptArgument } from '../config-references/script-argument';
import { programReferences, programTexts } from '../config-references/program-text';
import { isFolder } from './folder-place';

/** Tables whose bare words are paths, not modules. */
const PATH_TABLES =
  /^tool\.(hatch|flit|pdm|poetry|uv|maturin|scikit-build|py-build-cmake|whey|check-manifest|towncrier(?!\.package$))\b/;
/** Options of tools whose bare words are paths too. */
const PATH_OPTION =
  /^tool\.(pytest\.(ini_options\.)?(testpaths|pythonpath|norecursedirs|confcutdir)|mypy\.(files|mypy_path|exclude)|ruff\.(.*\.)?(src|include|exclude|extend-include|extend-exclude)|coverage\.((run|report)\.(omit|include)|paths\.)|isort\.(src_paths|skip|extend_skip)(_glob)?|(based)?pyright\.(include|exclude|ignore|strict)|black\.|vulture\.|pylint\.(.*\.)?ignore|bandit\.(targets|exclude_dirs)|(interrogate|djlint|flake8|autoflake|codespell|deptry|docformatter|yapf)\.(.*exclude|.*skip|ignore_patterns))/;
/** Tables that belong to a rule of their own, or that name distributions. */
const SKIPPED =
  /^(project\.(?!scripts|gui-scripts|entry-points)|build-system|dependency-groups|tool\.setuptools\.(packages|package-dir|package-data|py-modules)|tool\.(ufc)\b|tool\.poetry\.(name|description|packages|dependencies|dev-dependencies|group|extras|version|readme|keywords|classifiers|authors|homepage|repository|documentation)|tool\.tox\.(.*\.)?package$|tool\.hatch\.build\.targets\.wheel\.(packages|only-include|sources|shared-scripts)|tool\.flit\.(module|metadata)|tool\.scikit-build\.(wheel|generate))/;

/** Texts for people: of markers (https://docs.pytest.org/en/stable/how-to/mark.html), tasks, environments, and parts of a description. */
const PROSE =
  /^tool\.(hatch\.metadata\.hooks\.fancy-pypi-readme\..*\.(text|pattern|replacement)$|pytest\.(ini_options\.)?markers\b|(tox|hatch\.envs)\..*\.description$|(poe\.tasks|pdm\.scripts|taskipy\.tasks)\.[^.]+\.help$)/;

/** Options that name folders which packages are imported from. */
const SEARCH_PATH =
  /^tool\.(pytest\.(ini_options\.)?pythonpath|mypy\.mypy_path|(based)?pyright\.extraPaths|ruff\.src|isort\.src_paths)\b/;
const PYTEST_OPTIONS = /^tool\.pytest\.(ini_options\.)?addopts\b/;

/**
 * Edits for every string of the tool tables and entry points that names a moved module or path: coverage sources, mypy
 * modules and plugins, pytest options, scripts, version files.
 */
export function referenceEdits(
  data: Table,
  change: Pick<
    PyprojectChange,
    | 'mapModule'
    | 'mapPath'
    | 'oldRoots'
    | 'newSearchPath'
    | 'mapSearchPath'
    | 'testsFolder'
    | 'isThere'
    | 'upwards'
  >,
): Operation[] {
  const operations = mypyPath(data, change.newSearchPath ?? null);
  visit(data, [], (path, value) => {
    const next = outside(reference(data, path, value, change), change);
    if (next !== value) operations.push({ op: 'set', path, value: next, reason: `"${value}" moved` });
  });
  operations.push(...searchedFolders(data, change.newSearchPath ?? null));
  operations.push(...towncrierFolder(data, change.newSearchPath ?? null));
  return [...operations, ...testPaths(data, change), ...keyEdits(data, change)];
}

function reference(
  data: Table,
  path: DataPath,
  value: string,
  change: Pick<PyprojectChange, 'mapModule' | 'mapPath' | 'oldRoots' | 'mapSearchPath'>,
): string {
  const dotted = path.join('.');
  if (SKIPPED.test(dotted) || PROSE.test(dotted) || isValueOfOther(dotted, value)) return value;
  if (SEARCH_PATH.test(dotted)) return remapSearchPath(value, change);
  const isPath = PYTEST_OPTIONS.test(dotted)
    ? pathsAmong(data, path, value)
    : PATH_TABLES.test(dotted) || PATH_OPTION.test(dotted);
  return remapReference(value, change, isPath, programsOfString(path, value));
}

/** Paths that lead up are relative to the folder of the project in all tables, dependencies by path among them. */
function outside(text: string, { upwards }: Pick<PyprojectChange, 'upwards'>): string {
  return text.includes('..') && upwards ? upwards(text) : text;
}

/** Folders that packages are imported from, one or several; the folder of a project may have been one, and be none now. */
export function remapSearchPath(
  value: string,
  change: Pick<PyprojectChange, 'mapModule' | 'mapPath' | 'oldRoots' | 'mapSearchPath'>,
): string {
  return value.replace(/[^:,;\s]+/g, (folder) => {
    const [, lead = '', named] = LED.exec(folder)!;
    const target = change.mapSearchPath?.(named.replace(/\/$/, '')) ?? null;
    return target === null ? remapReference(folder, change, true) : lead.replace(/^\.\/$/, '') + target;
  });
}

/** A path with what stands before it for the folder of the file, to tox and to mypy. */
const LED = /^(\.\/|\{(?:toxinidir|tox_root)\}\/|\$\{?MYPY_CONFIG_FILE_DIR\}?\/)?(.*)$/s;

/** Which places of pytest's options are paths; those of a list go on from item to item. */
function pathsAmong(data: Table, path: DataPath, value: string): (at: number) => boolean {
  const index = path.at(-1);
  const before =
    typeof index === 'number' ? listAt(data, ...path.slice(0, -1).map(String)).slice(0, index) : [];
  const start = before.map((item) => `${String(item)} `).join('');
  return (at) => isPytestPath(start + value, start.length + at);
}

/** Tables of ruff whose keys are paths (https://docs.astral.sh/ruff/settings/#lint_per-file-ignores). */
const PATH_KEYS = ['per-file-ignores', 'extend-per-file-ignores', 'per-file-target-version'].flatMap(
  (key) => [
    ['tool', 'ruff', key],
    ['tool', 'ruff', 'lint', key],
  ],
);

function keyEdits(
  data: Table,
  change: Pick<PyprojectChange, 'mapModule' | 'mapPath' | 'oldRoots'>,
): Operation[] {
  return PATH_KEYS.flatMap((base) =>
    Object.keys(tableAt(data, ...base)).flatMap((key): Operation[] => {
      const name = remapReference(key, change, true);
      return name === key ? [] : [{ op: 'rename', path: [...base, key], name, reason: `"${key}" moved` }];
    }),
  );
}

/** Where mypy looks for packages is told, as `explicit_package_bases` wants it (https://mypy.readthedocs.io/en/stable/config_file.html). */
function mypyPath(data: Table, folder: string | null): Operation[] {
  const path = ['tool', 'mypy'];
  const settings = tableAt(data, ...path);
  if (folder === null || settings.explicit_package_bases !== true || 'mypy_path' in settings) return [];
  const value = `$MYPY_CONFIG_FILE_DIR/${folder}`;
  return [{ op: 'set', path: [...path, 'mypy_path'], value, reason: BELOW }];
}

const BELOW = 'the packages are below another folder';
/** The folder of the project, with what stands before it (https://mypy.readthedocs.io/en/stable/config_file.html#confval-mypy_path). */
const MYPY_PROJECT = /^(?:\.|(\$MYPY_CONFIG_FILE_DIR))\/?$/;
/** Lists of folders to import from; mypy and pytest take a text, too. */
const SEARCHED = [
  'tool.pytest.pythonpath',
  'tool.pytest.ini_options.pythonpath',
  'tool.mypy.mypy_path',
  'tool.pyright.extraPaths',
  'tool.basedpyright.extraPaths',
  'tool.ruff.src',
  'tool.isort.src_paths',
];

/** The folder of the project, which tools are told to import from, no longer holds the packages. */
function searchedFolders(data: Table, folder: string | null): Operation[] {
  return SEARCHED.flatMap((dotted): Operation[] => {
    const path = dotted.split('.');
    const text = tableAt(data, ...path.slice(0, -1))[path.at(-1)!];
    if (typeof text === 'string' && path.at(-1) === 'pythonpath') return pytestPath(path, text, folder);
    const match = typeof text === 'string' ? MYPY_PROJECT.exec(text) : null;
    if (folder !== null && match) {
      const value = `${match.input}:${match[1] ? `${match[1]}/` : ''}${folder}`;
      return [{ op: 'set', path, value, reason: BELOW }];
    }
    const given = listAt(data, ...path).map(String);
    if (folder === null || given.includes(folder) || !given.some((one) => /^\.\/?$/.test(one))) return [];
    return [{ op: 'append', path, value: folder, reason: BELOW }];
  });
}

/** Folders with white space between them (https://docs.pytest.org/en/stable/reference/reference.html#confval-pythonpath). */
function pytestPath(path: string[], text: string, folder: string | null): Operation[] {
  const given = text.split(/\s+/);
  if (folder === null || given.includes(folder) || !given.some((one) => /^\.\/?$/.test(one))) return [];
  return [{ op: 'set', path, value: `${text} ${folder}`, reason: BELOW }];
}

/** towncrier imports the package, by default from the folder of the project (https://towncrier.readthedocs.io/en/stable/configuration.html). */
function towncrierFolder(data: Table, folder: string | null): Operation[] {
  const path = ['tool', 'towncrier'];
  const { package: name, package_dir: place = '.' } = tableAt(data, ...path);
  if (folder === null || name === undefined || !/^(\.\/?)?$/.test(String(place))) return [];
  return [
    {
      op: 'set',
      path: [...path, 'package_dir'],
      value: folder,
      reason: BELOW,
    },
  ];
}

/** pytest looks for the tests that were made, too, where it is told where tests are. */
function testPaths(
  data: Table,
  { testsFolder: folder = null, isThere }: Pick<PyprojectChange, 'testsFolder' | 'isThere'>,
): Operation[] {
  return ['tool.pytest', 'tool.pytest.ini_options'].flatMap((table): Operation[] => {
    const path = [...table.split('.'), 'testpaths'];
    const given = listAt(data, ...path).map(String);
    if (folder === null || findsFolder(given, folder, isThere)) return [];
    return [{ op: 'append', path, value: folder, reason: 'tests that were made' }];
  });
}

function visit(value: unknown, path: DataPath, leaf: (path: DataPath, value: string) => void): void {
  if (typeof value === 'string') leaf(path, value);
  else if (Array.isArray(value)) value.forEach((item, i) => visit(item, [...path, i], leaf));
  else if (isTable(value))
    for (const [key, inner] of Object.entries(value)) visit(inner, [...path, key], leaf);
}

const ACTION = '(?:error|ignore|default|always|all|module|once)';
const FILTERED = String.raw`(:(?:\w+(?:\.\w+)*)?(?::\w+(?:\\?\.\w+)*)?)?`;
/**
 * A filter of warnings on a line of its own or behind `-W`, with the dotted category and the module in it: `error:message:pkg.errors.Gone`
 * (https://docs.python.org/3/library/warnings.html#describing-warning-filters). What shipped code says is not rewritten, so the message is not.
 */
const WARNING_FILTER = String.raw`((?<=^[ \t]*["']?)${ACTION}:[^:\n]*|(?:-W|(?<=-W[ \t]+))${ACTION}:[^:\s]*)${FILTERED}`;
/** Behind a name, what makes it that of a distribution as it was released (https://peps.python.org/pep-0508). */
const RELEASE = /^[ \t]*(\[[^\]\n]*\][ \t]*)?([~=!<>]=|[<>])/;
/** What tox puts there where nothing else is given begins a word of its own: `{posargs:pkg}`, `{env:APP:pkg.mod}`. */
const WORD = new RegExp(String.raw`(?<=\{)(?:posargs|env:\w+):|(?:[^\s,=;'"()[\]{}]|${BRACE_GROUP})+`);
const PIECE = new RegExp(`${WARNING_FILTER}|${WORD.source}`, 'gm');

/**
 * A text of a configuration with the moved modules and paths in it replaced. Words are separated by white space, commas
 * and `=`; a word is a path (it has a slash or a suffix), `module:attribute`, or a dotted module, with `.*` or `/*` behind.
 * @param pathsFirst are bare words paths, or which ones by their place
 * @param isProgram is what stands at a place a program, whose name is no module?
 */
export function remapReference(
  text: string,
  change: Pick<PyprojectChange, 'mapModule' | 'mapPath' | 'oldRoots'>,
  pathsFirst: boolean | ((at: number) => boolean),
  isProgram: (at: number) => boolean = () => false,
): string {
  // Tests may have moved, too: a path need not name a package.
  if (!text.includes('/') && !change.oldRoots.some((root) => text.includes(root))) return text;
  const isPath = (at: number) =>
    typeof pathsFirst === 'function' ? pathsFirst(at) : pathsFirst || isFolder(text, at);
  const programs = programTexts(text);
  const edits: Edit[] = [...programReferences(text, programs, change).edits];
  for (const match of text.matchAll(PIECE)) {
    const [piece, before, filtered = ''] = match;
    const [start, end] = [match.index, match.index + piece.length];
    const isCode = programs.some((program) => program.start <= start && start < program.end);
    if (isCode && (!piece.includes('/') || edits.some((edit) => edit.start < end && start < edit.end)))
      continue;
    const isOpen = /^\w+$/.test(piece) && (isProgram(start) || isScriptArgument(text, start));
    const isOther = RELEASE.test(text.slice(end)) || isOpen;
    const next =
      before !== undefined
        ? before + filtered.replace(/[^:]+/g, (name: string) => remapFiltered(name, change))
        : isOther
          ? piece
          : remapWord(piece, change, isPath(start));
    if (next !== piece) edits.push({ start, end, text: next });
  }
  return applyEdits(text, edits);
}

/** A category, or the module of a filter, which is a regular expression in pytest's settings. */
function remapFiltered(name: string, { mapModule }: Pick<PyprojectChange, 'mapModule'>): string {
  const dot = name.includes('\\.') ? '\\.' : '.';
  return mapModule(name.replaceAll(dot, '.'))?.replaceAll('.', dot) ?? name;
}

function remapWord(
  word: string,
  change: Pick<PyprojectChange, 'mapModule' | 'mapPath' | 'oldRoots'>,
  pathsFirst: boolean,
): string {
  const braced = word.includes('{') ? mappedBraces(word, (one) => remapWord(one, change, pathsFirst)) : null;
  if (braced !== null) return braced;
  const path =
    /^(\.\/|\^|!?\/|!)?([\w./-]*[\w])((?:\/|\/\*\*?|\/\*\*\/\*[.\w*]*|\/[\w-]*\*[.\w]*)?(?::|(?<=[*/]|\.pyi?)::?[A-Za-z_][\w.:]*)?\$?)$/.exec(
      word,
    );
  const module = /^([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)(\.\*|:[\w.]+)?$/.exec(word);
  const asPath = () => {
    // Only tables of paths are known to begin at the project: `/pkg`, `!/pkg` as in .gitignore.
    const isOutside = path?.[1]?.match(/[!/]$/) && path[1] !== './' && !pathsFirst;
    const target = path && !isOutside ? change.mapPath(path[2]) : null;
    return target === null ? null : `${path![1] ?? ''}${target}${path![3]}`;
  };
  const asModule = () => {
    const target = module ? change.mapModule(module[1]) : null;
    return target === null ? null : target + (module![2] ?? '');
  };
  const isPath = pathsFirst || word.includes('/') || /\.(py|pyi|toml|json|ya?ml|cfg|ini|txt)$/.test(word);
  const known = isPath ? (asPath() ?? asModule()) : (asModule() ?? asPath());
  return known ?? (isPath ? movedPattern(word, change) : null) ?? word;
}
