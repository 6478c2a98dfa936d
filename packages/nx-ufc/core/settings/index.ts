import { openModels, type Models } from '../data-models';
import { modelFields } from '../data-models/pydantic/fields';
import { lineageOf } from '../data-models/classes/lineage';
import { NO_ARGUMENTS, type ClassSymbol, type ModelOptions } from '../data-models/models';
import type { CoreType } from '../data-models/types/core-type';
import type { Call, Expr } from '../python/ast';
import { evaluate } from '../symbols/evaluate';
import { lineAt } from '../symbols/line-at';
import { resultOf } from '../symbols/result';
import type { SettingDefault, SettingReader } from '../symbols/setting-reader';
import type { Symbols } from '../symbols/symbols';
import { unknown, type Value } from '../symbols/value';
import { changedBy } from './changed-by';
import { isSettings, settingFields, type SettingField } from './class-fields';
import { environmentDefault } from './environment-call';
import { environmentNames } from './environment-names';
import { servedSetting } from './served';

/** Both versions of pydantic say in the same places what is read here. */
const OPTIONS: ModelOptions = { pydantic: 2, python: [3, 12] };

/** Make expressions of a project that ask for settings stand for their defaults; which ones were taken can be noted. */
export function readSettings(symbols: Symbols): void {
  const models = openModels(symbols, OPTIONS);
  let noted: SettingDefault[] = [];
  const take = (value: Value, source: Omit<SettingDefault, 'default'>): Value => {
    if (value.kind === 'str') noted.push({ ...source, default: value.value });
    return value;
  };
  const reader: SettingReader = {
    attribute: (cls, name, made) => {
      const field = isSettings(models, cls) ? settingFields(models, cls).get(name) : undefined;
      if (!field) return null;
      const given = made && givenTo(made.call, name);
      if (given === 'unknown') return unknown(`${name} may be given where the settings are made`, made!.call);
      if (given && made) return evaluate(symbols, made.place, given);
      return take(defaultOf(symbols, models, cls, field), sourceOf(symbols, models, cls, field));
    },
    call: (place, call) => {
      const served = servedSetting(models, place, call);
      if (served) {
        const { cls, field, name } = served;
        return take(defaultOf(symbols, models, cls, field), {
          ...sourceOf(symbols, models, cls, field),
          name,
        });
      }
      const read = environmentDefault(symbols, place, call);
      if (!read) return null;
      const value = resultOf(symbols, evaluate(symbols, place, read.fallback));
      if (value.kind !== 'str') return null;
      const { path } = place.info;
      return take(value, {
        name: read.name ?? 'a variable of the environment',
        file: path,
        line: lineAt(symbols, path, call.start),
      });
    },
    noting: (read) => {
      const outer = noted;
      noted = [];
      try {
        const result = read();
        return { result, taken: distinct(noted) };
      } finally {
        outer.push(...noted);
        noted = outer;
      }
    },
  };
  symbols.settings = reader;
}

/** The default of a field as an instance has it. */
function defaultOf(symbols: Symbols, models: Models, cls: ClassSymbol, field: SettingField): Value {
  const { fallback, name, declared } = field;
  if (!fallback) return unknown(`the setting ${name} has no default`, declared.annotation);
  const value = resultOf(symbols, evaluate(symbols, fallback.place, fallback.expr));
  if (value.kind !== 'str') return value;
  const why = changedBy(models, cls, field);
  if (why) return unknown(why, fallback.expr);
  const type = modelFields(models, lineageOf(models, cls, NO_ARGUMENTS)).find(
    (one) => one.name === name,
  )?.type;
  return type && keepsText(type)
    ? value
    : unknown(`the setting ${name} is made from its default`, fallback.expr);
}

const keepsText = (type: CoreType): boolean => {
  if (type.kind === 'nullable') return keepsText(type.inner);
  if (type.kind === 'union') return type.choices.some(keepsText);
  return type.kind === 'str' || type.kind === 'literal' || type.kind === 'any';
};

/** What a call that makes settings gives for a field. */
function givenTo(call: Call, name: string): Expr | 'unknown' | null {
  const given = call.keywords.find(({ arg }) => arg === name)?.value;
  if (given) return given;
  return call.args.length > 0 || call.keywords.some(({ arg }) => arg === null) ? 'unknown' : null;
}

function sourceOf(
  symbols: Symbols,
  models: Models,
  cls: ClassSymbol,
  field: SettingField,
): Omit<SettingDefault, 'default'> {
  const { scope, annotation } = field.declared;
  const { path } = scope.place.info;
  const names = environmentNames(models, cls, field);
  return {
    name: names?.[0] ?? `${cls.qualname}.${field.name}`,
    file: path,
    line: lineAt(symbols, path, annotation.start),
  };
}

function distinct(taken: readonly SettingDefault[]): SettingDefault[] {
  const keyOf = ({ name, file, line }: SettingDefault) => JSON.stringify([name, file, line]);
  return [...new Map(taken.map((one) => [keyOf(one), one])).values()];
}
