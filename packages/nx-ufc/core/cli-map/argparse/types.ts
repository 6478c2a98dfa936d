import type { Call } from '../../python/ast';
import type { FunctionSymbol } from '../../symbols/call-run';
import type { Runs } from '../../endpoints/runs';
import type { Place, Symbols } from '../../symbols/symbols';
import type { Json } from '../../data-models/json';
import type { CliParameter } from '../types';

/** A parser in the code, by the call that makes it. */
export interface Parser {
  call: Call;
  place: Place;
  parameters: CliParameter[];
  /** Given by `set_defaults` before the argument is there; null: only known at run time. */
  defaults: Map<string, Json | null>;
  children: { name: string | null; aliases: string[]; parser: Parser; conditional: boolean }[];
  /** Its arguments begin with those of these. */
  parents: Parser[];
  /** What runs: a function that `set_defaults` gives it. */
  handler: FunctionSymbol | null;
  /** It has commands below it, also when none of them is known. */
  isGroup: boolean;
  isChild: boolean;
  unknown: string[];
}

/** Every parser of a project, by call and run. */
export interface Parsers {
  symbols: Symbols;
  runs: Runs;
  byCall: Map<Call, Map<object | null, Parser>>;
  all: Parser[];
  /** What stands in for the parser that a function is given, where no call of the project says which. */
  orphans: Map<object, Parser>;
}
