import { argument } from '../endpoints/arguments';
import type { PlacedCall, Surroundings } from '../endpoints/types';
import type { Definition } from '../endpoints/walk';
import { leafOf } from '../python/facts/dotted';
import type { Attribute, Call } from '../python/ast';
import { clickName } from './frameworks';
import { resolveExpr, type Place } from '../symbols/symbols';

import { cliOfFunction, clisOf, type Commands } from './commands';
import { functionCommand } from './function-command';
import type { Cli, Function } from './types';

/** Put what a decorator makes below its group: `@cli.command()`, `@cli.group()`, `@app.command()`, `@app.callback()`. */
export function addDecorated(commands: Commands, node: Definition, place: Place, around: Surroundings): void {
  if (node.type === 'ClassDef') return;
  const own = cliOfFunction(commands, node, place);
  for (const decorator of node.decorator_list) {
    const call = decorator.type === 'Call' ? decorator : null;
    const target = call ? call.func : decorator;
    if (target.type !== 'Attribute') continue;
    const says = call && { call, place };
    const owners = clisOf(commands, { place }, target.value);
    if (owners.length === 0) addOrphan(commands, node, place, target, says);
    for (const owner of owners) {
      if (owner.framework === 'click') {
        if ((target.attr === 'command' || target.attr === 'group') && own) addChild(owner, own, null, around);
      } else if (target.attr === 'command') {
        addChild(owner, functionCommand('typer', 'command', node, place, says), null, around);
      } else if (target.attr === 'callback') {
        owner.callback = { node, place };
        owner.callbackSays = says;
      }
    }
  }
}

function addChild(
  owner: Cli,
  cli: Cli,
  says: Cli['says'],
  { conditional }: Pick<Surroundings, 'conditional'>,
): void {
  owner.children.push({ cli, says, conditional });
}

/** A command of a group that a function is handed: `def register(group): @group.command() def x(): …`. */
function addOrphan(
  commands: Commands,
  node: Function,
  place: Place,
  target: Attribute,
  says: Cli['says'],
): void {
  const { symbols } = commands;
  const isParameter = target.value.type === 'Name' && resolveExpr(symbols, place, target.value) === null;
  if (!isParameter || place.qualname === '' || target.attr !== 'command') return;
  const clicks = node.decorator_list.some(
    (one) => clickName(symbols, place, one.type === 'Call' ? one.func : one) !== null,
  );
  if (!clicks) return;
  const orphan = functionCommand('click', 'command', node, place, says);
  orphan.unknown.push('its group is only known at run time');
  commands.byNode.set(node, orphan);
}

/** Put what a call adds below its group: `add_command`, `add_typer`, `Group(commands=…)`, `cli.command("x")(function)`. */
export function addCalled(commands: Commands, placed: PlacedCall): void {
  const { call, place } = placed;
  const made = commands.byNode.get(call);
  if (made) addListed(commands, made, placed);
  if (call.func.type === 'Call') return addApplied(commands, placed, call.func);
  if (call.func.type !== 'Attribute') return;
  addHooked(commands, placed);
  const verb = call.func.attr;
  if (verb !== 'add_command' && verb !== 'add_typer' && verb !== 'add_source') return;
  const child = argument(call, 0, 'cmd', 'typer_instance', 'source');
  for (const owner of clisOf(commands, placed, call.func.value)) {
    const found = child ? clisOf(commands, placed, child) : [];
    if (found.length === 0) owner.unknown.push(`${verb}() adds a command that is only known at run time`);
    for (const cli of found) addChild(owner, cli, { call, place }, placed);
  }
}

/** `manager.hook.register_commands(cli=cli)`: plugins get the group. */
function addHooked(commands: Commands, placed: PlacedCall): void {
  const { func, args, keywords } = placed.call;
  if (func.type !== 'Attribute' || leafOf(func.value) !== 'hook') return;
  for (const given of [...args, ...keywords.map((keyword) => keyword.value)])
    if (given.type === 'Name')
      for (const owner of clisOf(commands, placed, given))
        owner.unknown.push(`plugins add commands at run time (${func.attr})`);
}

/** `click.Group("x", commands=[a, b])`, `click.CommandCollection(sources=[a, b])`. */
function addListed(commands: Commands, owner: Cli, placed: PlacedCall): void {
  if (owner.framework !== 'click') return;
  const given = argument(placed.call, -1, 'commands', 'sources');
  if (!given) return;
  const items =
    given.type === 'List' || given.type === 'Tuple' ? given.elts : given.type === 'Dict' ? given.values : [];
  for (const item of items)
    for (const cli of clisOf(commands, placed, item)) addChild(owner, cli, null, placed);
  if (items.length === 0) owner.unknown.push('its commands are only known at run time');
}

/** A decorator that is called by hand. */
function addApplied(commands: Commands, placed: PlacedCall, decorator: Call): void {
  const { call, place } = placed;
  if (decorator.func.type !== 'Attribute' || decorator.func.attr !== 'command' || call.args.length !== 1)
    return;
  for (const owner of clisOf(commands, placed, decorator.func.value)) {
    const [target] = call.args;
    const symbol =
      target.type === 'Name' || target.type === 'Attribute' ? functionAt(commands, place, target) : null;
    const says = { call: decorator, place };
    if (!symbol) owner.unknown.push('a command is made of something that is only known at run time');
    else
      addChild(
        owner,
        functionCommand(owner.framework, 'command', symbol.node, symbol.place, says),
        null,
        placed,
      );
  }
}

function functionAt({ symbols }: Commands, place: Place, expr: Call['args'][number]) {
  const symbol = resolveExpr(symbols, place, expr);
  return symbol?.kind === 'function' ? symbol : null;
}
