import type { AsyncFunctionDef, Call, FunctionDef } from '../python/ast';
import type { Json } from '../data-models/json';
import type { Place } from '../symbols/symbols';

/** A command or group of a command line, as people type it. */
export interface CliCommand {
  /** Names of the scripts that start it, from the packaging files; empty when none does. */
  programs: string[];
  /** Names below the program: `["db", "upgrade"]`, empty for the program itself. */
  path: string[];
  kind: 'command' | 'group';
  framework: 'click' | 'typer' | 'argparse';
  /** Qualified name of the function below its module; empty for a group without one. */
  handler: string;
  file: string;
  line: number;
  help?: string;
  hidden?: true;
  deprecated?: true;
  parameters: CliParameter[];
  /** Code decides at run time whether it is there. */
  conditional?: true;
  /** Why something of it is not certain. */
  unresolved?: string;
}

export interface CliParameter {
  /** As the function gets it. */
  name: string;
  kind: 'argument' | 'option';
  /** `--force`, `-f`, `--no-force`; empty for an argument. */
  flags: string[];
  /** As click calls it: text, integer, float, boolean, choice, path …; `constant` for a flag that stands for one; null when it is not known. */
  type: string | null;
  choices?: string[];
  required: boolean;
  /** May be given several times, or takes all that is left. */
  multiple?: true;
  default?: Json;
  help?: string;
  unresolved?: string;
}

export type Function = FunctionDef | AsyncFunctionDef;

/** A command, group or Typer application in the code: by the function that is decorated or the call that makes it. */
export interface Cli {
  framework: 'click' | 'typer';
  kind: 'command' | 'group';
  node: Function | Call;
  place: Place;
  /** What runs; null for a group without a function. For Typer that of `@app.callback()`. */
  callback: { node: Function; place: Place } | null;
  /** The call that describes it: a decorator with arguments, `typer.Typer(…)`, `click.Group(…)`; null for a bare decorator. */
  says: { call: Call; place: Place } | null;
  /** The call of `@app.callback(…)`. */
  callbackSays: { call: Call; place: Place } | null;
  children: CliChild[];
  unknown: string[];
}

export interface CliChild {
  cli: Cli;
  /** `add_command(x, "name")`, `add_typer(x, name="name")`. */
  says: { call: Call; place: Place } | null;
  conditional: boolean;
}
