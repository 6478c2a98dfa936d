import type { IniOption } from '../../metadata/ini';
import type { ConfigEdit, MovedNames } from './kind';

/** Settings of Transifex, an INI file without a suffix. */
export const TRANSIFEX = /(^|\/)\.tx\/config$/;

/** Files of translations by their paths, a folder for each language: `file_filter = pkg/locale/<lang>/x.po` (https://developers.transifex.com/docs/cli). */
export function translations(
  { key, value, start }: IniOption,
  { mapPath }: Pick<MovedNames, 'mapPath'>,
): ConfigEdit[] {
  if (!/^(source_file|file_filter|trans\.\S+)$/.test(key)) return [];
  const path = value.trim().replace(/\/[^/]*<.*$/, '');
  const target = mapPath(path);
  return target === null || target === path
    ? []
    : [{ start, end: start + path.length, text: target, evidence: 'path of what moved' }];
}
