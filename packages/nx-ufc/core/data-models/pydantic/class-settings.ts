import type { Models } from '../models';
import { constantOf } from '../values/constant';
import type { Writing } from '../types/configured';
import type { Config } from './config';

/** The `extra` setting: a text, or a member of pydantic's `Extra`. */
export function extraOf(models: Models, config: Config): string | null {
  const given = config.values.get('extra');
  if (!given) return config.extra;
  if (given.expr.type === 'Attribute') return given.expr.attr;
  const constant = constantOf(models, given.place, given.expr);
  return constant.known && typeof constant.json === 'string' ? constant.json : null;
}

/** A setting that is a text; null when it is not set or not known. */
export function textSetting(models: Models, config: Config, key: string): string | null {
  const given = config.values.get(key);
  const constant = given && constantOf(models, given.place, given.expr);
  return constant?.known && typeof constant.json === 'string' ? constant.json : null;
}

/** Is a setting `True`? */
export function isTrue(models: Models, config: Config, key: string): boolean {
  const given = config.values.get(key);
  const constant = given && constantOf(models, given.place, given.expr);
  return constant?.known === true && constant.json === true;
}

/** How a class writes durations and bytes. */
export function writingOf(models: Models, config: Config): Writing {
  return {
    seconds: textSetting(models, config, 'ser_json_timedelta') === 'float',
    base64: textSetting(models, config, 'ser_json_bytes') === 'base64',
  };
}
