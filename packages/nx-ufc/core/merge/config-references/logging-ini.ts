import { readIni } from '../../metadata/ini';
import { dottedValue } from './alembic-ini';
import type { ConfigEdit, ConfigReferenceKind } from './kind';

/** Names of loggers and classes of handlers in a file for `logging.config.fileConfig`. */
export const loggingIni: ConfigReferenceKind = {
  id: 'logging-ini',
  files: /\.(ini|cfg|conf)$/,
  find(text, names) {
    const edits: ConfigEdit[] = [];
    if (!/^\[loggers\]/m.test(text)) return { edits, doubts: [] };
    for (const { key, value, start } of readIni(text))
      if (key === 'qualname' || key === 'class' || key === 'format.class')
        edits.push(...dottedValue(value, start, names));
    return { edits, doubts: [] };
  },
};
