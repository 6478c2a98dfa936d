import { readIni } from '../../metadata/ini';
import { dottedValue } from './alembic-ini';
import { referencesIn } from './config-value';
import type { ConfigEdit, ConfigReferenceKind } from './kind';
import { pasteFactory } from './paste-factory';
import { TRANSIFEX, translations } from './transifex';

/**
 * Names of loggers and classes of handlers in a file for `logging.config.fileConfig`; in any INI file values that are nothing but what
 * moved, `paste.app_factory = pkg.app:make`, factories of PasteDeploy, and commands, `cmd = python -m pkg.app`.
 */
export const loggingIni: ConfigReferenceKind = {
  id: 'logging-ini',
  files: new RegExp(`\\.(ini|cfg|conf)$|${TRANSIFEX.source}`),
  find(text, names, path) {
    const edits: ConfigEdit[] = [];
    const isLogging = /^\[loggers\]/m.test(text);
    for (const option of readIni(text)) {
      const { key, value, start } = option;
      if (TRANSIFEX.test(path)) edits.push(...translations(option, names));
      else if (isLogging && (key === 'qualname' || key === 'class' || key === 'format.class'))
        edits.push(...dottedValue(value, start, names));
      else edits.push(...pasteFactory(value, start, names), ...referencesIn(value, start, names, path));
    }
    return { edits, doubts: [] };
  },
};
