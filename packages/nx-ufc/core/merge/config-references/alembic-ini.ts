import { readIni } from '../../metadata/ini';
import { movedAsset } from './asset-spec';
import { valueEdit } from './config-value';
import type { ConfigEdit, ConfigReferenceKind, MovedNames } from './kind';

const PATH_OPTION = /^(script_location|version_locations|prepend_sys_path)$/;

/**
 * Places of migrations (`pkg/migrations`, `pkg:migrations`, `%(here)s/pkg/migrations`), names of loggers and classes of
 * handlers in `alembic.ini` (https://alembic.sqlalchemy.org/en/latest/tutorial.html#editing-the-ini-file).
 */
export const alembicIni: ConfigReferenceKind = {
  id: 'alembic-ini',
  files: /(^|\/)alembic([.-]\w+)?\.ini$/,
  find(text, names, path) {
    const edits: ConfigEdit[] = [];
    const doubts: ConfigEdit[] = [];
    const options = [...readIni(text)];
    for (const { key, value, start } of options) {
      if (key === 'qualname' || key === 'class') edits.push(...dottedValue(value, start, names));
      else if (key === 'prepend_sys_path' && OWN_FOLDER.test(value))
        // Alembic may be run in another folder than that of the file.
        (path.includes('/') ? doubts : edits).push(...addedFolder(value, start, separator(options), names));
      else if (PATH_OPTION.test(key)) edits.push(...locations(value, start, names));
      else edits.push(...[valueEdit(value, start, names) ?? []].flat());
    }
    return { edits, doubts };
  },
};

const OWN_FOLDER = /^(\.|%\(here\)s)(?![^\s,:;])/;

/** The folder of the project is where packages were imported from: it stays, behind the one that they are in now. */
function addedFolder(
  value: string,
  start: number,
  between: string,
  { newSearchPath }: MovedNames,
): ConfigEdit[] {
  if (newSearchPath === null) return [];
  const folder = value.startsWith('.') ? newSearchPath : `%(here)s/${newSearchPath}`;
  return [{ start, end: start, text: folder + between, evidence: 'the packages are below another folder' }];
}

/** Without a word on it, Alembic takes colons, too (https://alembic.sqlalchemy.org/en/latest/tutorial.html#editing-the-ini-file). */
function separator(options: readonly { key: string; value: string }[]): string {
  const said = options.find(({ key }) => key === 'path_separator')?.value.trim();
  return said === 'space' ? ' ' : said === ';' ? ';' : ':';
}

export function dottedValue(value: string, start: number, names: MovedNames): ConfigEdit[] {
  const target = /^[\w.]+$/.test(value) ? names.mapModule(value) : null;
  const evidence = 'name of a logger or class';
  return target === null ? [] : [{ start, end: start + value.length, text: target, evidence }];
}

function locations(value: string, start: number, names: MovedNames): ConfigEdit[] {
  return [...value.matchAll(/[^\s,;]+/g)].flatMap((match) => {
    const here = /^%\(here\)s\//.exec(match[0])?.[0].length ?? 0;
    const at = start + match.index + here;
    const text = match[0].slice(here);
    const path = names.mapPath(text.replace(/^\.\//, ''));
    if (path !== null)
      return [{ start: at, end: at + text.length, text: path, evidence: 'path of what moved' }];
    const [, module, inner] = /^([\w.]+):([\w./-]+)$/.exec(text) ?? [];
    const asset = module === undefined ? null : movedAsset(module, inner, names);
    return asset === null
      ? []
      : [{ start: at, end: at + text.length, text: asset, evidence: 'folder in a package' }];
  });
}
