import { argument } from '../endpoints/arguments';
import { cleanDoc } from '../data-models/values/clean-doc';
import type { Models } from '../data-models';
import { jsonAt } from '../openapi/value';
import { documentationOf } from '../openapi/documentation';
import { resolveExpr } from '../symbols/symbols';
import { lineAt } from '../symbols/line-at';
import { clickParameters } from './click-parameters';
import { typerParameters } from './typer-parameters';
import type { Cli, CliCommand } from './types';

/** What a command says of itself: handler, place, help, parameters. */
export function describe(
  models: Models,
  cli: Cli,
  reasons: readonly string[],
): Omit<CliCommand, 'programs' | 'path' | 'conditional'> {
  const { callback } = cli;
  const said = (keyword: string) =>
    [cli.callbackSays, cli.says]
      .map((says) => {
        const expr = says && argument(says.call, -1, keyword);
        return expr ? jsonAt(models, { expr, place: says.place }) : undefined;
      })
      .find((value) => value !== undefined && value !== null);
  const read = cli.framework === 'click' ? clickParameters : typerParameters;
  const found = callback ? read(models, callback.node, callback.place) : { parameters: [], unknown: [] };
  const given = said('help');
  const view = callback && { kind: 'function' as const, ...callback };
  const help = typeof given === 'string' ? cleanDoc(given) : documentationOf(view).split('\f')[0].trimEnd();
  const unknown = [...reasons, ...cli.unknown, ...found.unknown, ...runTimeCommands(models, cli)];
  const at = callback ?? cli;
  return {
    kind: cli.kind,
    framework: cli.framework,
    handler: callback ? qualname(callback.place.qualname, callback.node.name) : '',
    file: at.place.info.path,
    line: lineAt(models.symbols, at.place.info.path, at.node.start),
    ...(help ? { help } : {}),
    ...(said('hidden') === true ? { hidden: true as const } : {}),
    ...(isTruthy(said('deprecated')) ? { deprecated: true as const } : {}),
    parameters: found.parameters,
    ...(unknown.length > 0 ? { unresolved: [...new Set(unknown)].join('; ') } : {}),
  };
}

const isTruthy = (value: unknown): boolean => value === true || (typeof value === 'string' && value !== '');
const qualname = (outer: string, name: string): string => (outer === '' ? name : `${outer}.${name}`);

/** A class of the project that finds the commands of its group when it runs, or changes how they are added. */
function runTimeCommands({ symbols }: Models, { says, kind, framework }: Cli): string[] {
  const made =
    framework === 'typer' && kind === 'group' && says
      ? resolveExpr(symbols, says.place, says.call.func)
      : null;
  if (made?.kind === 'class')
    return ['command', 'add_typer']
      .filter((name) => made.node.body.some((one) => one.type === 'FunctionDef' && one.name === name))
      .map((name) => `${made.node.name}.${name} decides under which names commands are added`);
  const cls = kind === 'group' && says ? argument(says.call, 1, 'cls') : null;
  const symbol = cls && says ? resolveExpr(symbols, says.place, cls) : null;
  if (symbol?.kind !== 'class') return [];
  const finds = symbol.node.body.some(
    (one) => one.type === 'FunctionDef' && (one.name === 'list_commands' || one.name === 'get_command'),
  );
  return finds ? [`${symbol.node.name} decides at run time which commands there are`] : [];
}
