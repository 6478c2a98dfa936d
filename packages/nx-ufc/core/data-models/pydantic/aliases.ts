import { resolveExpr } from '../../symbols/symbols';
import { isOutput, type Models } from '../models';
import { canonicalName } from '../types/canonical-name';
import { titleCase } from '../values/title-case';
import type { Config, ConfigValue } from './config';

export type AliasGenerator =
  | { kind: 'none' }
  | { kind: 'function'; apply: (name: string) => string }
  | { kind: 'unresolved'; reason: string };

const GENERATORS: Record<string, (name: string) => string> = {
  'pydantic.to_camel': toCamel,
  'pydantic.to_pascal': toPascal,
  'pydantic.to_snake': toSnake,
  'pydantic.to_lower_camel': toCamel,
};

/** The function that makes aliases for a class's fields, as far as it is one of pydantic's. */
export function aliasGeneratorOf(models: Models, config: Config): AliasGenerator {
  const given = config.values.get('alias_generator');
  if (!given) return { kind: 'none' };
  return readGenerator(models, given);
}

function readGenerator(models: Models, { expr, place }: ConfigValue): AliasGenerator {
  if (expr.type === 'Constant' && expr.value.kind === 'none') return { kind: 'none' };
  if (expr.type === 'Call') {
    const callee = resolveExpr(models.symbols, place, expr.func);
    if (callee?.kind === 'external' && canonicalName(callee.name) === 'pydantic.AliasGenerator') {
      const keyword = (name: string) => expr.keywords.find((one) => one.arg === name)?.value;
      const own = keyword(isOutput(models) ? 'serialization_alias' : 'validation_alias');
      const chosen = own ?? keyword('alias') ?? expr.args[0];
      return chosen ? readGenerator(models, { expr: chosen, place }) : { kind: 'none' };
    }
    return { kind: 'unresolved', reason: 'the alias generator is made at run time' };
  }
  const symbol = resolveExpr(models.symbols, place, expr);
  if (symbol?.kind === 'external') {
    const name = canonicalName(symbol.name);
    if (Object.hasOwn(GENERATORS, name)) return { kind: 'function', apply: GENERATORS[name] };
  }
  if (symbol?.kind === 'variable' && symbol.value && !symbol.ambiguous)
    return readGenerator(models, { expr: symbol.value, place: symbol.place });
  return { kind: 'unresolved', reason: 'the alias generator is a function of its own' };
}

/** `pydantic.alias_generators.to_pascal` */
function toPascal(name: string): string {
  const camel = titleCase(name);
  return camel.replace(/([0-9A-Za-z])_(?=[0-9A-Z])/g, (_all, before: string) => before);
}

/** `pydantic.alias_generators.to_camel` */
function toCamel(name: string): string {
  if (/^[a-z]+[A-Za-z0-9]*$/.test(name) && !/\d(?=[A-Z]|$)/.test(name) && !name.includes('_')) return name;
  return toPascal(name).replace(/(^_*[A-Z])/, (start) => start.toLowerCase());
}

/** `pydantic.alias_generators.to_snake` */
function toSnake(name: string): string {
  return name
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replace(/([0-9])([A-Z])/g, '$1_$2')
    .replace(/([a-z])([0-9])/g, '$1_$2')
    .replaceAll('-', '_')
    .toLowerCase();
}
