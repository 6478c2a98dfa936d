import { readIni } from '../../metadata/ini';
import { dottedValue } from './alembic-ini';
import { commandEdits, valueEdit } from './config-value';
import type { ConfigEdit, ConfigReferenceKind, MovedNames } from './kind';
import { isCommandLine } from './runners';

/**
 * Names of loggers and classes of handlers in a file for `logging.config.fileConfig`; in any INI file values that are nothing but what
 * moved, `paste.app_factory = pkg.app:make`, and commands, `cmd = python -m pkg.app`.
 */
export const loggingIni: ConfigReferenceKind = {
  id: 'logging-ini',
  files: /\.(ini|cfg|conf)$/,
  find(text, names, path) {
    const edits: ConfigEdit[] = [];
    const isLogging = /^\[loggers\]/m.test(text);
    for (const { key, value, start } of readIni(text))
      if (isLogging && (key === 'qualname' || key === 'class' || key === 'format.class'))
        edits.push(...dottedValue(value, start, names));
      else if (isCommandLine(value)) edits.push(...commandEdits(value, start, names, path));
      else edits.push(...listEdits(value, start, names));
    return { edits, doubts: [] };
  },
};

/** A value, or those of a list of which each is what moved or has dots: `plugins = pkg.a, other.b`. */
function listEdits(value: string, start: number, names: MovedNames): ConfigEdit[] {
  const whole = valueEdit(value, start, names);
  if (whole) return [whole];
  const items = [...value.matchAll(/[^\s,;]+/g)];
  if (items.length < 2 || items.some(([item]) => !/^[A-Za-z_]\w*(\.\w+)+(:\w+)?$/.test(item))) return [];
  return items.flatMap(({ 0: item, index }) => valueEdit(item, start + index, names) ?? []);
}
