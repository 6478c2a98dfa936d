import { iniLines, readIni } from '../../metadata/ini';
import type { Edit } from '../../text/edits';
import { findsFolder } from '../test-paths';
import { remapReference, remapSearchPath } from '../pyproject/references';
import { programsOfOption } from '../pyproject/programs';
import { isPytestPath } from '../pyproject/pytest-arguments';
import type { PyprojectChange } from '../pyproject/types';
import { isOtherVariable, variableDoubts } from './environment-variables';
import type { ConfigEdit, ConfigReferenceKind, MovedNames } from './kind';
import { programReferences, programTexts } from './program-text';
import { isScriptArgument } from './script-argument';
import { searchPathSpans } from './search-paths';
import { BELOW_FOLDER, commandReferences } from './words';
import { TOOL_TABLES, toolTables } from './tool-tables';

/** Packaging sections of setup.cfg: they are read for the metadata, never rewritten. */
const PACKAGING = /^(metadata|options.*|bdist_.*|sdist|aliases|egg_info|upload.*)$/;
/** But for the folder of the packages, in which setuptools write whatever pyproject.toml says. */
const EGG_BASE = /^egg[_-]base$/;

/** Texts for people, of tox and of pytest. */
const PROSE = /^(description|markers)$/;

/** Options of tools whose bare words are paths: pytest's, mypy's, coverage's. */
const PATH_OPTION =
  /^(testpaths|norecursedirs|confcutdir|files|omit|include|(extend[-_])?exclude|(extend_)?skip(_glob)?)$/;
/** Folders that coverage takes for one another (https://coverage.readthedocs.io/en/latest/config.html#paths). */
const COVERED_PATHS = /^(coverage:)?paths$/;
/** The folder of the project. */
const PROJECT = /^(\.|\$MYPY_CONFIG_FILE_DIR)\/?$/;
const SEARCH_PATH = /^(pythonpath|mypy_path|egg[_-]base)$/;
/** Variables that tox sets (https://tox.wiki/en/latest/config.html#set_env), and those of pytest-env. */
function setsVariables({ section, key }: { section: string; key: string }): boolean {
  return /^set_?env$/.test(key) || (key === 'env' && isPytests(section));
}

const INI =
  /(^|\/)(setup\.cfg|tox\.ini|pytest\.ini|\.?mypy\.ini|\.coveragerc|\.flake8|\.isort\.cfg|\.?pylintrc|\.bumpversion\.cfg|\.pydocstyle|\.yapf|\.importlinter|\.bandit|\.codespellrc)$/;

/** Moved modules and paths in the settings of Python's tools. */
export const toolSettings: ConfigReferenceKind = {
  id: 'tool-settings',
  files: new RegExp(`${INI.source}|${TOOL_TABLES.source}`),
  find(text, names, path) {
    if (!INI.test(path)) return { edits: toolTables(text, names, path), doubts: [] };
    const moved = [...optionEdits(text, names), ...sectionEdits(text, names)];
    const edits = moved.map((edit) => ({ ...edit, evidence: 'names a module or path that moved' }));
    return {
      edits: [
        ...edits,
        ...mypyPath(text, names),
        ...searchedFolders(text, names),
        ...testPaths(text, names, path),
      ],
      doubts: [
        ...programReferences(text, programTexts(text), names).doubts,
        ...madeBelow(text, names, path).filter((doubt) => !isDone(moved, text, doubt)),
        ...scriptArguments(text, names),
        ...readIni(text)
          .filter(setsVariables)
          .flatMap((option) => variableDoubts(option, names)),
      ],
    };
  },
};

/** Paths that are not there, below a folder that moved, which something makes: `sphinx-build pkg/docs pkg/docs/_build`. */
function madeBelow(text: string, names: MovedNames, path: string): ConfigEdit[] {
  const values = readIni(text).filter(({ section, key }) => !PACKAGING.test(section) && !PROSE.test(key));
  const isInValue = (at: number) => values.some(({ start, end }) => start <= at && at < end);
  return commandReferences(text, names, path).doubts.filter(
    ({ start, evidence }) => evidence.endsWith(BELOW_FOLDER) && isInValue(start),
  );
}

/** Did the edit of a whole option carry out what is in doubt, since there it is the beginning of a pattern? */
function isDone(edits: readonly Edit[], text: string, { start, end, text: next }: ConfigEdit): boolean {
  const edit = edits.find((one) => one.start <= start && end <= one.end);
  const [before, after] = [text.slice(start, end), edit?.text ?? ''];
  return after.includes(next) && !after.replaceAll(next, '').includes(before);
}

/** The bare name of the package that a script of the project is given. */
function scriptArguments(text: string, { oldRoots, mapPath }: MovedNames): ConfigEdit[] {
  return readIni(text)
    .filter(({ section, key }) => /^(tox|testenv)\b/.test(section) && /^commands/.test(key))
    .flatMap(({ value, start: from }) =>
      [...value.matchAll(/(?<![\w./-])\w+(?![\w./-])/g)].flatMap(({ 0: word, index }) => {
        const folder = oldRoots.includes(word) && isScriptArgument(value, index) ? mapPath(word) : null;
        const start = from + index;
        return folder === null ? [] : [{ start, end: start + word.length, text: folder, evidence: SCRIPT }];
      }),
    );
}

const SCRIPT = 'a script is given the name of the package, or its folder';

function optionEdits(
  text: string,
  change: Pick<PyprojectChange, 'mapModule' | 'mapPath' | 'oldRoots' | 'mapSearchPath'>,
): Edit[] {
  return (
    readIni(text)
      .filter(({ section, key }) => (!PACKAGING.test(section) || EGG_BASE.test(key)) && !PROSE.test(key))
      // What tox packs: `wheel`, `editable`.
      .filter(({ section, key }) => !(key === 'package' && section.startsWith('testenv')))
      .map((option) => ({
        start: option.start,
        end: option.end,
        text: SEARCH_PATH.test(option.key)
          ? remapSearchPath(option.value, change)
          : setsVariables(option)
            ? remapVariables(option.value, change)
            : remapReference(
                option.value,
                change,
                option.key === 'addopts' && isPytests(option.section)
                  ? (at) => isPytestPath(option.value, at)
                  : PATH_OPTION.test(option.key) || COVERED_PATHS.test(option.section),
                programsOfOption(option.section, option.key, option.value),
              ),
        before: option.value,
      }))
      .filter((edit) => edit.text !== edit.before)
      .map(({ start, end, text: next }) => ({ start, end, text: next }))
  );
}

function remapVariables(
  value: string,
  change: Pick<PyprojectChange, 'mapModule' | 'mapPath' | 'oldRoots' | 'mapSearchPath'>,
): string {
  let [next, at] = ['', 0];
  const isOther = (from: number) => (place: number) => isOtherVariable(value, from + place);
  for (const { start, end } of searchPathSpans(value)) {
    next +=
      remapReference(value.slice(at, start), change, false, isOther(at)) +
      remapSearchPath(value.slice(start, end), change);
    at = end;
  }
  return next + remapReference(value.slice(at), change, false, isOther(at));
}

function isPytests(section: string): boolean {
  return /^(tool:)?pytest$/.test(section);
}

/** Where mypy looks for packages is told, as `explicit_package_bases` wants it (https://mypy.readthedocs.io/en/stable/config_file.html). */
function mypyPath(text: string, { newSearchPath }: MovedNames): ConfigEdit[] {
  const own = readIni(text).filter(({ section }) => section === 'mypy');
  const explicit = own.find(
    ({ key, value }) => key === 'explicit_package_bases' && /^(true|1|on|yes)$/i.test(value),
  );
  if (newSearchPath === null || !explicit || own.some(({ key }) => key === 'mypy_path')) return [];
  const at = { start: explicit.end, end: explicit.end };
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const line = `${newline}mypy_path = $MYPY_CONFIG_FILE_DIR/${newSearchPath}`;
  return [{ ...at, text: line, evidence: 'the packages are below another folder' }];
}

/** The folder of the project, which pytest or mypy is told to import from, no longer holds the packages. */
function searchedFolders(text: string, { newSearchPath }: MovedNames): ConfigEdit[] {
  const between = ({ section, key }: { section: string; key: string }) =>
    key === 'pythonpath' && isPytests(section) ? ' ' : key === 'mypy_path' && section === 'mypy' ? ':' : '';
  return readIni(text)
    .filter((option) => between(option) !== '' && newSearchPath !== null && PROJECT.test(option.value.trim()))
    .map((option) => ({
      start: option.end,
      end: option.end,
      text: `${between(option)}${option.value.trim().startsWith('$') ? '$MYPY_CONFIG_FILE_DIR/' : ''}${newSearchPath}`,
      evidence: 'the packages are below another folder',
    }));
}

/** pytest looks for the tests that were made, too, where the settings of the project tell it where tests are. */
function testPaths(text: string, { testsFolder, isThere }: MovedNames, path: string): ConfigEdit[] {
  if (testsFolder === null || path.includes('/')) return [];
  return readIni(text)
    .filter(({ section, key }) => key === 'testpaths' && isPytests(section))
    .filter(
      ({ value }) =>
        !findsFolder(iniLines(value).join(' ').split(/\s+/).filter(Boolean), testsFolder, isThere),
    )
    .map(({ value, end }) => {
      const between = /\n[ \t]+(?=\S[^\n]*$)/.exec(value)?.[0] ?? ' ';
      return { start: end, end, text: `${between}${testsFolder}`, evidence: 'tests that were made' };
    });
}

/** `[mypy-pkg.module.*]`, `[bumpversion:file:pkg/__init__.py]`. */
function sectionEdits(
  text: string,
  change: Pick<PyprojectChange, 'mapModule' | 'mapPath' | 'oldRoots'>,
): Edit[] {
  const edits: Edit[] = [];
  for (const { 0: whole, 1: named, index } of text.matchAll(
    /^\[(?:mypy-|bumpversion:file:)([^\]\n(]+)[^\]\n]*\]/gm,
  )) {
    const start = index + whole.indexOf(named);
    const next = remapReference(named, change, whole.startsWith('[bump'));
    if (next !== named) edits.push({ start, end: start + named.length, text: next });
  }
  return edits;
}
