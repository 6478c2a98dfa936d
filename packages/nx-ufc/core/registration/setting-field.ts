import type { Setting } from '../manifest/settings';
import type { Stmt } from '../python';
import { addAfter } from '../python-edits/add-statement';
import { appendEntry } from '../python-edits/append-element';
import { assignedValue, classEnding, dottedText, isLiteral } from './find';
import type { Registration } from './register';

/** A setting in config.py: a field of the settings class, and its environment variable in ENVIRONMENT. */
export function settingField(setting: Setting, configSuffix: string): Registration {
  const lines = [
    `${setting.field}: ${setting.type} = Field(`,
    `    default=${setting.pythonDefault},`,
    `    description=${JSON.stringify(setting.description)},`,
    ')',
  ];
  return {
    what: `the setting ${setting.field}`,
    snippet: `${lines.join('\n')}\n\nENVIRONMENT = {…, "${setting.field}": "${setting.env}"}`,
    edit(text, tree) {
      const settings = classEnding(tree.body, configSuffix);
      const environment = assignedValue(tree.body, 'ENVIRONMENT');
      if (!settings || environment?.type !== 'Dict') return null;
      const fields = settings.body.filter((statement) => statement.type === 'AnnAssign');
      const isThere =
        fields.some((field) => dottedText(field.target) === setting.field) ||
        environment.keys.some((key) => key && isLiteral(key, [setting.field]));
      if (isThere) return [];
      const last = fields.at(-1) ?? settings.body.findLast((statement) => statement.type === 'Assign');
      const field = importsField(tree.body);
      const entry = appendEntry(
        text,
        environment,
        JSON.stringify(setting.field),
        JSON.stringify(setting.env),
      );
      if (!last || !field || !entry) return null;
      return [addAfter(text, last, lines, fields.length > 0 ? 0 : 1), ...entry];
    },
  };
}

/** `Field` of pydantic must have its name in the module. */
function importsField(body: readonly Stmt[]): boolean {
  return body.some(
    (statement) =>
      statement.type === 'ImportFrom' &&
      statement.names.some((alias) => alias.name === 'Field' && !alias.asname),
  );
}
