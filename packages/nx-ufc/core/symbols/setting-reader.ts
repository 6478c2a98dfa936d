import type { Call } from '../python/ast';
import type { ClassSymbol } from './derived-classes';
import type { Place } from './symbols';
import type { Value } from './value';

/** A default that was taken for a setting. */
export interface SettingDefault {
  /** The variable of the environment, else the name in the code. */
  name: string;
  default: string;
  file: string;
  line: number;
}

/** What settings are where nobody sets them. Each answers null for what is no setting, `unknown` where the default is not certain. */
export interface SettingReader {
  /** An attribute of an instance of a class of settings. `made`: the call that makes it, where that is known. */
  attribute: (cls: ClassSymbol, name: string, made: { call: Call; place: Place } | null) => Value | null;
  /** A call that asks for a setting: `os.getenv("X", "/")`, `config("X", default="/")`, `settings.X.value()`. */
  call: (place: Place, call: Call) => Value | null;
  /** The defaults that were taken while a function ran, and what it gives. */
  noting: <T>(read: () => T) => { result: T; taken: SettingDefault[] };
}
