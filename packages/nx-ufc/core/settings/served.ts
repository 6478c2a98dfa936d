import type { ClassSymbol, Models } from '../data-models/models';
import { absoluteModule } from '../project/relative';
import { isModule, packageOf } from '../project/names';
import { childrenOf } from '../python/children';
import type { Call, Expr, FunctionDef, Node } from '../python/ast';
import type { FunctionSymbol } from '../symbols/call-run';
import { evaluate } from '../symbols/evaluate';
import { instanceClass } from '../symbols/instance-class';
import { parametersOf } from '../symbols/signature';
import { memberOf, modulePlace, resolveExpr, type Place, type Symbols } from '../symbols/symbols';
import { isSettings, settingFields, withNested, type SettingField } from './class-fields';
import { environmentNames } from './environment-names';

/** A name that a module of the project gives by its own `__getattr__`. */
interface ServedName {
  name: string;
  getter: FunctionSymbol;
}

/** Methods by which an object that stands for a setting gives its value. */
const ACCESSORS = new Set(['value', 'get', 'get_value']);
const MAX_CALLS = 2;

/**
 * The setting that `settings.NAME.value()` asks for: NAME is given by a module's `__getattr__`, whose code names a class of settings, of
 * which exactly one field is set by a variable of this name. Null where any of it is not so.
 */
export function servedSetting(
  models: Models,
  place: Place,
  { func, args, keywords }: Call,
): { cls: ClassSymbol; field: SettingField; name: string } | null {
  if (func.type !== 'Attribute' || !ACCESSORS.has(func.attr) || args.length + keywords.length > 0)
    return null;
  const { symbols } = models;
  const served = servedName(symbols, place, func.value);
  if (!served || !givesObjectWith(symbols, served.getter, func.attr)) return null;
  const roots = settingsNamedIn(models, served.getter.place, served.getter.node, 0);
  const classes = new Map(roots.flatMap((root) => withNested(models, root)).map((cls) => [cls.node, cls]));
  const found = [...classes.values()].flatMap((cls) =>
    [...settingFields(models, cls).values()]
      .filter((field) => mayBe(environmentNames(models, cls, field), field, served.name))
      .map((field) => ({ cls, field, names: environmentNames(models, cls, field) })),
  );
  const distinct = found.filter(
    ({ field }, i) => found.findIndex((one) => one.field.declared === field.declared) === i,
  );
  const [only] = distinct;
  return distinct.length === 1 && only.names ? { ...only, name: served.name } : null;
}

/** Where its variables are not known, every name that ends like the field may be meant. */
function mayBe(names: string[] | null, field: SettingField, asked: string): boolean {
  const name = asked.toLowerCase();
  return names ? names.some((one) => one.toLowerCase() === name) : name.endsWith(field.name.toLowerCase());
}

function servedName(symbols: Symbols, place: Place, expr: Expr): ServedName | null {
  if (resolveExpr(symbols, place, expr) !== null) return null;
  if (expr.type === 'Attribute') {
    const owner = resolveExpr(symbols, place, expr.value);
    return owner?.kind === 'module' ? fromModule(symbols, owner.module, expr.attr) : null;
  }
  if (expr.type !== 'Name') return null;
  for (let at: Place | null = place; at; at = at.outer) {
    const definitions = at.namespace.names.get(expr.id);
    if (definitions) {
      const [one] = definitions;
      if (definitions.length !== 1 || one.kind !== 'import' || one.name === null) return null;
      const module = absoluteModule(packageOf(at.info), one.level, one.module);
      return module !== null && isModule(symbols.project, module)
        ? fromModule(symbols, module, one.name)
        : null;
    }
    if (at.namespace.parameters?.has(expr.id)) return null;
  }
  return null;
}

function fromModule(symbols: Symbols, module: string, name: string): ServedName | null {
  const getter = memberOf(symbols, { kind: 'module', module }, '__getattr__');
  if (getter?.kind !== 'function' || getter.node.type !== 'FunctionDef') return null;
  return modulePlace(symbols, module)?.namespace.names.has(name) ? null : { name, getter };
}

/** Does a function say that it returns an object of a class of the project that has this method without parameters? */
function givesObjectWith(symbols: Symbols, { node, place }: FunctionSymbol, method: string): boolean {
  const cls = node.returns ? resolveExpr(symbols, place, node.returns) : null;
  const found = cls?.kind === 'class' ? memberOf(symbols, cls, method) : null;
  return found?.kind === 'function' && parametersOf(found.node.args).length === 1;
}

/** The classes of settings that a function names, also by an instance, or that a function that it calls names. */
function settingsNamedIn(
  models: Models,
  place: Place,
  node: FunctionDef | Node,
  depth: number,
): ClassSymbol[] {
  const { symbols } = models;
  const found = new Map<ClassSymbol['node'], ClassSymbol>();
  const visit = (part: Node) => {
    if (part.type === 'Name' || part.type === 'Attribute') {
      for (const cls of meant(models, place, part as Expr)) found.set(cls.node, cls);
    }
    if (part.type === 'Call' && depth < MAX_CALLS) {
      const callee = resolveExpr(symbols, place, (part as Call).func);
      if (callee?.kind === 'function')
        for (const cls of settingsNamedIn(models, callee.place, callee.node, depth + 1))
          found.set(cls.node, cls);
    }
    childrenOf(part).forEach(visit);
  };
  childrenOf(node).forEach(visit);
  return [...found.values()];
}

function meant(models: Models, place: Place, expr: Expr): ClassSymbol[] {
  const symbol = resolveExpr(models.symbols, place, expr);
  if (symbol?.kind === 'class') return isSettings(models, symbol) ? [symbol] : [];
  if (symbol?.kind !== 'variable') return [];
  const value = evaluate(models.symbols, place, expr);
  const cls = instanceClass(models.symbols, value, '', (at, part) => evaluate(models.symbols, at, part));
  return cls && isSettings(models, cls) ? [cls] : [];
}
