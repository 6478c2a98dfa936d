import { argument } from '../endpoints/arguments';
import type { Models } from '../data-models';
import { jsonAt } from '../openapi/value';
import type { Cli, CliChild } from './types';

/** The name of a command below its group, and why it is not certain. */
export interface CommandName {
  /** Null: the commands of a Typer application without a name stand in the place of the application. */
  name: string | null;
  unresolved?: string;
}

/** The name by the rules of click and Typer: what the group says, what the command says, what the function is called. */
export function nameOfChild(models: Models, { cli, says }: CliChild, strips: boolean | null): CommandName {
  const added = said(models, says, cli.framework === 'typer' && cli.kind === 'group' ? -1 : 1);
  if (added) return added;
  if (cli.framework === 'typer' && cli.kind === 'group')
    return said(models, cli.callbackSays, 0) ?? said(models, cli.says, 0) ?? { name: null };
  return ownName(models, cli, strips);
}

/** The name that a command has by itself. */
function ownName(models: Models, cli: Cli, strips: boolean | null): CommandName {
  const given = said(models, cli.says, 0);
  if (given) return given;
  if (!cli.callback) return { name: '?', unresolved: 'it has no name' };
  const dashed = cli.callback.node.name.toLowerCase().replace(/_/g, '-');
  const suffix = /^(.+)-(command|cmd|group|grp)$/.exec(dashed);
  if (cli.framework === 'typer' || !suffix || strips === false) return { name: dashed };
  if (strips) return { name: suffix[1] };
  return { name: suffix[1], unresolved: `click before 8.2 calls it ${dashed}` };
}

/** `name=` of a call or its argument at a position. */
function said(models: Models, says: Cli['says'], position: number): CommandName | null {
  const expr = says && argument(says.call, position, 'name');
  if (!expr || !says) return null;
  const value = jsonAt(models, { expr, place: says.place });
  if (typeof value === 'string') return { name: value };
  return value === null ? null : { name: '?', unresolved: 'its name is only known at run time' };
}
