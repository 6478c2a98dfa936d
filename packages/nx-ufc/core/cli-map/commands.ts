import type { Call, Expr } from '../python/ast';
import { evaluate } from '../symbols/evaluate';
import { resolveExpr, type Place, type Symbols } from '../symbols/symbols';
import type { PlacedCall } from '../endpoints/types';
import { clickName, madeByClass } from './frameworks';
import { functionCommand } from './function-command';
import type { Cli, Function } from './types';

/** Every command and group of a project, by the function or call that makes it. */
export interface Commands {
  symbols: Symbols;
  byNode: Map<object, Cli | null>;
}

/** The command that a function becomes by its decorators: `@click.command()`, `@cli.command("x")`; null for a plain function. */
export function cliOfFunction(commands: Commands, node: Function, place: Place): Cli | null {
  const known = commands.byNode.get(node);
  if (known !== undefined) return known;
  // Asked for again while its decorators are looked at: `@f.command` on `f` itself.
  commands.byNode.set(node, null);
  let made: Cli | null = null;
  for (const decorator of node.decorator_list) {
    const call = decorator.type === 'Call' ? decorator : null;
    const target = call ? call.func : decorator;
    const kind = decoratedKind(commands, place, target);
    if (!kind) continue;
    const says = call && { call, place };
    made = functionCommand('click', kind, node, place, says);
    break;
  }
  commands.byNode.set(node, made);
  return made;
}

/** `click.command`, `click.group`, or those of a group of click. */
function decoratedKind(commands: Commands, place: Place, target: Expr): Cli['kind'] | null {
  const name = clickName(commands.symbols, place, target);
  if (name === 'command' || name === 'group') return name;
  if (target.type !== 'Attribute' || (target.attr !== 'command' && target.attr !== 'group')) return null;
  const owners = clisOf(commands, { place }, target.value);
  return owners.some((owner) => owner.framework === 'click') ? target.attr : null;
}

/** What a call makes: `typer.Typer()`, `click.Group()`, `click.command()(function)`. */
export function cliOfCall(commands: Commands, call: Call, place: Place): Cli | null {
  const known = commands.byNode.get(call);
  if (known !== undefined) return known;
  const made = madeByClass(commands.symbols, resolveExpr(commands.symbols, place, call.func));
  const cli: Cli | null = made && {
    ...made,
    node: call,
    place,
    callback: callbackOf(commands, call, place),
    says: { call, place },
    callbackSays: null,
    children: [],
    unknown: [],
  };
  commands.byNode.set(call, cli);
  return cli;
}

function callbackOf({ symbols }: Commands, call: Call, place: Place): Cli['callback'] {
  const given = call.keywords.find((keyword) => keyword.arg === 'callback')?.value;
  const symbol = given ? resolveExpr(symbols, place, given) : null;
  return symbol?.kind === 'function' ? { node: symbol.node, place: symbol.place } : null;
}

/** The commands that an expression means: a decorated function, a variable, the items of a loop. */
export function clisOf(commands: Commands, placed: Pick<PlacedCall, 'place'>, expr: Expr): Cli[] {
  const { symbols } = commands;
  const value = evaluate(symbols, placed.place, expr);
  const found =
    value.kind === 'symbol' && value.symbol.kind === 'function'
      ? cliOfFunction(commands, value.symbol.node, value.symbol.place)
      : value.kind === 'call'
        ? cliOfCall(commands, value.node, value.place)
        : expr.type === 'Name'
          ? wrappedFunction(commands, placed.place, expr.id)
          : null;
  return found ? [found] : [];
}

/** The function behind a name that is bound again to what wraps it: `cli = tui()(cli)`. */
export function wrappedFunction(commands: Commands, place: Place, name: string): Cli | null {
  for (let at: Place | null = place; at; at = at.outer) {
    const definition = at.namespace.names.get(name)?.find((one) => one.kind === 'function');
    if (definition?.kind === 'function') return cliOfFunction(commands, definition.node, at);
  }
  return null;
}
