import type { ClassDef, Expr } from '../../python/ast';
import { innerPlace, resolveExpr, type Place, type Sym } from '../../symbols/symbols';
import { basesOf, type Ancestor } from '../classes/lineage';
import { assignedIn, membersOf } from '../classes/members';
import { cached, type ClassSymbol, type Models, NO_ARGUMENTS } from '../models';
import { returnedBy } from '../values/returned';
import { canonicalName } from '../types/canonical-name';

export interface ConfigValue {
  expr: Expr;
  place: Place;
}
/** Settings of a model class by their name; `reason` says why some may be missing. */
export interface Config {
  values: Map<string, ConfigValue>;
  /** `extra` that a known base sets itself. */
  extra: string | null;
  unresolved: string[];
}

const MAX_DEPTH = 20;

/** The configuration of a class: those of its bases, its own (`model_config`, `class Config`), keywords of the class statement. */
export function configOf(models: Models, symbol: ClassSymbol, depth = 0): Config {
  return cached(models, symbol.node, 'config', () => {
    const config: Config = { values: new Map(), extra: null, unresolved: [] };
    if (depth > MAX_DEPTH) return config;
    for (const base of basesOf(models, symbol, NO_ARGUMENTS)) inherit(models, config, base, depth);
    const place = innerPlace(models.symbols, symbol.place, symbol.node);
    readConfigClass(models, config, symbol);
    const own =
      assignedIn(models, symbol, 'model_config') ?? assignedIn(models, symbol, '__pydantic_config__');
    if (own) readConfig(models, config, place, own, 0);
    for (const keyword of symbol.node.keywords)
      if (keyword.arg !== null) config.values.set(keyword.arg, { expr: keyword.value, place: symbol.place });
    return config;
  });
}

function inherit(models: Models, config: Config, base: Ancestor, depth: number): void {
  if (base.kind === 'external') {
    if (/^pydantic(_settings(\.main)?)?\.BaseSettings$/.test(base.name)) config.extra = 'forbid';
    return;
  }
  if (base.kind !== 'class') return;
  const parent = configOf(models, base.symbol, depth + 1);
  for (const [key, value] of parent.values) config.values.set(key, value);
  config.extra = parent.extra ?? config.extra;
  config.unresolved.push(...parent.unresolved);
}

/** `ConfigDict(…)`, `{…}`, `Base.model_config | {…}`, or a name of one of them. */
function readConfig(models: Models, config: Config, place: Place, expr: Expr, depth: number): void {
  if (depth > MAX_DEPTH) return;
  const next = (part: Expr, at = place) => readConfig(models, config, at, part, depth + 1);
  if (expr.type === 'Call') {
    const callee = calleeOf(models, place, expr.func, 0);
    const returned = returnedBy(models.symbols, callee);
    if (returned) return next(returned.expr, returned.place);
    if (callee?.kind === 'function')
      return void config.unresolved.push(`${callee.qualname}() makes the configuration`);
    for (const arg of expr.args) next(arg);
    for (const { arg, value } of expr.keywords)
      if (arg === null) next(value);
      else config.values.set(arg, { expr: value, place });
  } else if (expr.type === 'Dict') {
    expr.keys.forEach((key, i) => {
      if (key === null) next(expr.values[i]);
      else if (key.type === 'Constant' && key.value.kind === 'str')
        config.values.set(key.value.value, { expr: expr.values[i], place });
      else config.unresolved.push('a key of the configuration is computed');
    });
  } else if (expr.type === 'BinOp' && expr.op === 'BitOr') {
    next(expr.left);
    next(expr.right);
  } else readNamed(models, config, place, expr, next);
}

/** What is called, other names for it followed. */
function calleeOf(models: Models, place: Place, expr: Expr, depth: number): Sym | null {
  const symbol = resolveExpr(models.symbols, place, expr);
  if (symbol?.kind !== 'variable' || !symbol.value || symbol.ambiguous || depth > 5) return symbol;
  return calleeOf(models, symbol.place, symbol.value, depth + 1);
}

function readNamed(
  models: Models,
  config: Config,
  place: Place,
  expr: Expr,
  next: (part: Expr, at?: Place) => void,
): void {
  if (expr.type === 'Attribute' && expr.attr === 'model_config') {
    const owner = resolveExpr(models.symbols, place, expr.value);
    if (owner?.kind === 'class') {
      for (const [key, value] of configOf(models, owner).values) config.values.set(key, value);
      return;
    }
  }
  const symbol = resolveExpr(models.symbols, place, expr);
  if (symbol?.kind === 'variable' && symbol.value && !symbol.ambiguous) next(symbol.value, symbol.place);
  else config.unresolved.push('the configuration is made at run time');
}

/** `class Config:` in the body; its bases, when they are classes of the project, count too. */
function readConfigClass(models: Models, config: Config, symbol: ClassSymbol): void {
  for (const { statement } of membersOf(models, symbol)) {
    if (statement.type !== 'ClassDef' || statement.name !== 'Config') continue;
    const outer = innerPlace(models.symbols, symbol.place, symbol.node);
    readConfigBody(models, config, outer, statement, 0);
  }
}

function readConfigBody(models: Models, config: Config, outer: Place, node: ClassDef, depth: number): void {
  if (depth > MAX_DEPTH) return;
  for (const base of node.bases) {
    const symbol = resolveExpr(models.symbols, outer, base);
    if (symbol?.kind === 'class') readConfigBody(models, config, symbol.place, symbol.node, depth + 1);
    else if (
      symbol?.kind !== 'external' ||
      !/^pydantic\.(BaseConfig|Extra|Config)$/.test(canonicalName(symbol.name))
    )
      if (!(symbol === null && base.type === 'Name' && base.id === 'object'))
        config.unresolved.push('the base of the configuration is not known');
  }
  const place = innerPlace(models.symbols, outer, node);
  for (const statement of node.body) {
    if (statement.type === 'Assign')
      for (const target of statement.targets)
        if (target.type === 'Name') config.values.set(target.id, { expr: statement.value, place });
    if (statement.type === 'AnnAssign' && statement.target.type === 'Name' && statement.value)
      config.values.set(statement.target.id, { expr: statement.value, place });
    if (statement.type === 'FunctionDef')
      config.values.set(statement.name, { expr: functionAsName(statement), place });
  }
}

/** A function of the configuration, as an expression that evaluates to nothing known. */
function functionAsName(node: { name: string; nameStart: number; nameEnd: number }): Expr {
  return { type: 'Name', id: node.name, ctx: 'Load', start: node.nameStart, end: node.nameEnd };
}
