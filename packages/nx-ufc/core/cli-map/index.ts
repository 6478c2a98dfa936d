import { openModels, type Models } from '../data-models';
import { modelOptions } from '../data-models/options';
import { walkProject } from '../endpoints/walk';
import type { ProjectMetadata } from '../metadata/types';
import type { ProjectFacts } from '../project/types';
import { openSymbols, type Symbols } from '../symbols/symbols';
import { argparseCommands } from './argparse';
import { cliOfCall, type Commands } from './commands';
import { describe } from './describe';
import { nameOfChild } from './names';
import { programsOf } from './programs';
import { stripsSuffixes } from './suffixes';
import { addCalled, addDecorated } from './tree';
import type { Cli, CliCommand } from './types';

export type { CliCommand, CliParameter } from './types';

/**
 * The command line of a project as people type it: groups, commands, arguments and options of click, Typer and argparse, over modules, by
 * the naming rules of the frameworks. What cannot be known is marked, never guessed or dropped.
 */
export function commandsOf(
  project: ProjectFacts,
  metadata: ProjectMetadata,
  symbols: Symbols = openSymbols(project),
): CliCommand[] {
  const commands: Commands = { symbols, byNode: new Map() };
  const roots = new Set<Cli>();
  walkProject(symbols, {
    definition: (node, place, around) => addDecorated(commands, node, place, around),
    call: ({ call, place }) => void cliOfCall(commands, call, place),
  });
  walkProject(symbols, { call: (placed) => addCalled(commands, placed) });
  const all = [...commands.byNode.values()].filter((cli) => cli !== null);
  const below = new Set(all.flatMap((cli) => cli.children.map((child) => child.cli)));
  for (const cli of all) if (!below.has(cli)) roots.add(cli);
  const models = openModels(symbols, modelOptions(metadata));
  const programs = programsOf(commands, metadata);
  const strips = stripsSuffixes(metadata);
  const listed = [...roots].flatMap((root) =>
    listTree({ models, programs: programs.get(root) ?? [], strips }, root, [], false, []),
  );
  return [...listed, ...argparseCommands(models, metadata)];
}

interface Listing {
  models: Models;
  programs: string[];
  strips: boolean | null;
}

/** A command and what is below it. A Typer application with a single command is that command. */
function listTree(
  listing: Listing,
  cli: Cli,
  path: readonly string[],
  conditional: boolean,
  unresolved: readonly string[],
  seen: readonly Cli[] = [],
): CliCommand[] {
  if (seen.includes(cli)) return [];
  const { models, programs, strips } = listing;
  const [only] = cli.children;
  const single =
    path.length === 0 &&
    cli.framework === 'typer' &&
    cli.kind === 'group' &&
    !cli.callback &&
    cli.children.length === 1;
  if (single && only.cli.kind === 'command' && !only.says)
    return listTree(listing, only.cli, path, conditional || only.conditional, unresolved, [...seen, cli]);
  if (cli.kind === 'group' && cli.framework === 'typer' && cli.children.length === 0 && !cli.callback)
    return [];
  const own: CliCommand = {
    programs,
    path: [...path],
    ...describe(models, cli, unresolved),
    ...(conditional ? { conditional: true as const } : {}),
  };
  const children = cli.children.flatMap((child) => {
    const { name, unresolved: why } = nameOfChild(models, child, strips);
    const inner = name === null ? path : [...path, name];
    const below = listTree(listing, child.cli, inner, conditional || child.conditional, why ? [why] : [], [
      ...seen,
      cli,
    ]);
    return name === null ? below.filter((one) => one.path.length > path.length) : below;
  });
  return [own, ...children];
}
