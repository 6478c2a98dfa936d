import type { Models } from '../../data-models';
import { cleanDoc } from '../../data-models/values/clean-doc';
import { argument } from '../../endpoints/arguments';
import type { Interest } from '../../endpoints/interesting';
import { parameterOf } from '../../endpoints/parameter';
import { findRuns, placesOf } from '../../endpoints/runs';
import type { PlacedCall } from '../../endpoints/types';
import { walkProject } from '../../endpoints/walk';
import type { ProjectMetadata } from '../../metadata/types';
import { jsonAt } from '../../openapi/value';
import type { Expr } from '../../python/ast';
import { evaluate } from '../../symbols/evaluate';
import { lineAt } from '../../symbols/line-at';
import type { CliCommand, CliParameter } from '../types';
import { argumentOf } from './argument';
import { inheritedDefault, parametersOf, setDefault } from './defaults';
import { newParser, parserOfCall, parsersOf } from './parsers';
import { programsOfParsers } from './programs';
import type { Parser, Parsers } from './types';

/** Functions that make parsers or add to them. */
const PARSERS: Interest = {
  subject: /\bargparse\b|\bparser|\badd_argument\b/,
  verbs: /\b(ArgumentParser|add_argument|add_subparsers|add_parser|add_argument_group|set_defaults)\(/,
};

/**
 * The command lines of a project that argparse reads: parsers, parsers below them, groups, parents, over functions that are given a parser
 * or return one. What cannot be known is marked.
 */
export function argparseCommands(models: Models, metadata: ProjectMetadata): CliCommand[] {
  const symbols = { ...models.symbols };
  const uses = [...symbols.project.facts.values()].some((facts) =>
    facts.imports.some((one) => (one.kind === 'from' ? one.module : one.names[0]?.name) === 'argparse'),
  );
  if (!uses) return [];
  const runs = findRuns(symbols, PARSERS);
  const parsers: Parsers = { symbols, runs, byCall: new Map(), all: [], orphans: new Map() };
  const own: Models = { ...models, symbols };
  const visitor = (call: (placed: PlacedCall) => void) => ({
    runs: (node: Parameters<typeof placesOf>[1], place: PlacedCall['place']) => placesOf(runs, node, place),
    call,
  });
  walkProject(
    symbols,
    visitor((placed) => void parserOfCall(parsers, placed)),
  );
  walkProject(
    symbols,
    visitor((placed) => readCall(own, parsers, placed)),
  );
  const asParents = new Set(parsers.all.flatMap((parser) => parser.parents));
  const roots = parsers.all.filter(
    (parser) =>
      (!parser.isChild || parser.unknown.length > 0) && !asParents.has(parser) && !isBelow(parsers, parser),
  );
  const programs = programsOfParsers(parsers, roots, metadata);
  return distinct(roots.flatMap((root) => listTree(own, root, programs.get(root) ?? [], [], false, [])));
}

const isBelow = ({ all }: Parsers, parser: Parser): boolean =>
  all.some((one) => one.children.some((child) => child.parser === parser));

/** A function may be read several times: what comes out the same is one command. */
function distinct(commands: readonly CliCommand[]): CliCommand[] {
  const seen = new Set<string>();
  return commands.filter((command) => {
    const key = JSON.stringify(command);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function readCall(models: Models, parsers: Parsers, placed: PlacedCall): void {
  const { call, place, conditional } = placed;
  const { func } = call;
  if (func.type !== 'Attribute') return;
  if (func.attr === 'add_argument') {
    const known = parsersOf(parsers, place, func.value);
    const owners = known.length > 0 ? known : orphansOf(parsers, placed, func.value);
    const added = owners.length > 0 ? argumentOf(models, call, place) : null;
    for (const owner of owners) {
      addParameter(owner, added, conditional);
      if (added && typeof added !== 'string' && argument(call, -1, 'default') === null)
        readDefault(models, parsers, owner, placed);
    }
  } else if (func.attr === 'add_subparsers') {
    for (const owner of parsersOf(parsers, place, func.value)) owner.isGroup = true;
  } else if (func.attr === 'set_defaults') {
    for (const owner of parsersOf(parsers, place, func.value)) readDefaults(models, owner, placed);
  }
}

/** Stands in for a parser that a function is given: `def add_options(parser)`. */
function orphansOf(parsers: Parsers, { call, place }: PlacedCall, expr: Expr): Parser[] {
  const found = parameterOf(place, expr);
  if (!found || expr.type !== 'Name') return [];
  const known = parsers.orphans.get(found.owner);
  if (known) return [known];
  const unknown = `${expr.id} is a parameter of ${found.owner.name}: which parser it is is not known`;
  const orphan = newParser(call, place, unknown);
  parsers.orphans.set(found.owner, orphan);
  parsers.all.push(orphan);
  return [orphan];
}

const CONDITIONAL = 'a condition decides whether it is there';

function addParameter(owner: Parser, added: CliParameter | string | null, conditional: boolean): void {
  if (typeof added === 'string') owner.unknown.push(added);
  else if (added) {
    const reasons = [...(conditional ? [CONDITIONAL] : []), ...(added.unresolved ? [added.unresolved] : [])];
    const parameter: CliParameter = {
      ...added,
      ...(reasons.length > 0 ? { unresolved: reasons.join('; ') } : {}),
    };
    owner.parameters.push(parameter);
  }
}

/** The default of the argument that was added last, which names none itself. */
function readDefault(models: Models, parsers: Parsers, owner: Parser, { call, place }: PlacedCall): void {
  const parameter = owner.parameters[owner.parameters.length - 1];
  const given = inheritedDefault(models, parsers, owner, { name: parameter.name, call, place });
  if (given !== undefined) setDefault(parameter, given);
}

/** `set_defaults(func=run, level=3)`: what runs, and other defaults of arguments. */
function readDefaults(models: Models, owner: Parser, { call, place, conditional }: PlacedCall): void {
  for (const { arg, value } of call.keywords) {
    const given = evaluate(models.symbols, place, value);
    if (given.kind === 'symbol' && given.symbol.kind === 'function') owner.handler ??= given.symbol;
    const json = jsonAt(models, { expr: value, place });
    if (arg === null) continue;
    const known = json === undefined || conditional ? null : json;
    owner.defaults.set(arg, known);
    for (const parameter of owner.parameters) if (parameter.name === arg) setDefault(parameter, known);
  }
}

function listTree(
  models: Models,
  parser: Parser,
  programs: string[],
  path: readonly string[],
  conditional: boolean,
  seen: readonly Parser[],
): CliCommand[] {
  if (seen.includes(parser)) return [];
  const { call, place, handler } = parser;
  const said = (keyword: string) => {
    const expr = argument(call, -1, keyword);
    return expr ? jsonAt(models, { expr, place }) : undefined;
  };
  const help = said('description') ?? said('help');
  const unknown = [...parser.unknown, ...parser.parents.flatMap((parent) => parent.unknown)];
  if (path.includes('?')) unknown.push('its name is only known at run time');
  const command: CliCommand = {
    programs,
    path: [...path],
    kind: parser.isGroup || parser.children.length > 0 ? 'group' : 'command',
    framework: 'argparse',
    handler: handler?.qualname ?? '',
    file: place.info.path,
    line: lineAt(models.symbols, place.info.path, call.start),
    ...(typeof help === 'string' && help ? { help: cleanDoc(help) } : {}),
    parameters: parametersOf(parser),
    ...(conditional ? { conditional: true as const } : {}),
    ...(unknown.length > 0 ? { unresolved: [...new Set(unknown)].join('; ') } : {}),
  };
  const below = parser.children.flatMap((child) =>
    [child.name ?? '?', ...child.aliases].flatMap((name) =>
      listTree(models, child.parser, programs, [...path, name], conditional || child.conditional, [
        ...seen,
        parser,
      ]),
    ),
  );
  return [command, ...below];
}
