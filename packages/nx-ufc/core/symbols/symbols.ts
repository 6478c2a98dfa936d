import { isModule, isSubmodule, packageOf } from '../project/names';
import { absoluteModule } from '../project/relative';
import type { ModuleInfo, ProjectFacts } from '../project/types';
import type { AsyncFunctionDef, Call, ClassDef, Expr, FunctionDef, Module, TypeAlias } from '../python/ast';
import { dottedParts, dottedRoot } from '../python/facts/dotted';
import { parseModule } from '../python';
import { starBrings } from './known-stars';
import { decidedParameter } from './decide-none';
import type { SettingReader } from './setting-reader';
import { parametersOf } from './signature';
import { namespaceOf, type Definition, type Namespace } from './namespace';

/** What a name means across modules: imports, re-exports and star imports are followed to the definition. */
export interface Symbols {
  project: ProjectFacts;
  modules: Map<string, Place | null>;
  trees: Map<string, Module | null>;
  namespaces: WeakMap<object, Namespace>;
  /** Does a test hold? Where it is given, definitions under tests that do not hold are left out; null: not known. */
  decide?: (place: Place, test: Expr) => boolean | null;
  /** The class that a call makes. Where it is given, a name of such a call is the name of a class. */
  classOfCall?: (place: Place, call: Call) => ClassDef | null;
  /** The inside of a method that is run with known arguments, for an instance that a call makes or at all. Null: any. */
  insideOf?: (node: FunctionDef | AsyncFunctionDef, outer: Place, instance: Call | null) => Place | null;
  /** Where it is given, settings stand for their defaults. */
  settings?: SettingReader;
}

/** Where code stands: the namespaces that its names are looked up in, innermost first. */
export interface Place {
  info: ModuleInfo;
  namespace: Namespace;
  /** The enclosing function or module. Bodies of classes are only visible to statements directly in them. */
  outer: Place | null;
  /** Dotted name of the class or function inside of the module, `""` at module level. */
  qualname: string;
  /** The class or function whose inside this is. */
  node?: ClassDef | FunctionDef | AsyncFunctionDef;
  /** Set where code is read once for each run of a loop or function: which run it is. */
  run?: object;
}

export type Sym =
  | { kind: 'module'; module: string }
  | { kind: 'class'; node: ClassDef; place: Place; qualname: string }
  | { kind: 'function'; node: FunctionDef | AsyncFunctionDef; place: Place; qualname: string }
  /** A variable; `ambiguous` when other statements may have given it another value. */
  | {
      kind: 'variable';
      name: string;
      value: Expr | null;
      annotation: Expr | null;
      place: Place;
      ambiguous: boolean;
    }
  | { kind: 'type_alias'; node: TypeAlias; place: Place }
  /** Outside of the project, or a module that is not there: `fastapi.APIRouter`. */
  | { kind: 'external'; name: string };

const MAX_HOPS = 40;

export function openSymbols(project: ProjectFacts): Symbols {
  return { project, modules: new Map(), trees: new Map(), namespaces: new WeakMap() };
}

/** Syntax tree of a file, parsed at most once; null when it does not parse. */
export function syntaxOf(symbols: Symbols, path: string): Module | null {
  const known = symbols.trees.get(path);
  if (known !== undefined) return known;
  const source = symbols.project.sources.get(path);
  const parsed = source && parseModule(source.text);
  const tree = parsed?.ok ? parsed.module : null;
  symbols.trees.set(path, tree);
  return tree;
}

/** Top level of a module by its dotted name; null when it is no module of the project or does not parse. */
export function modulePlace(symbols: Symbols, module: string): Place | null {
  const known = symbols.modules.get(module);
  if (known !== undefined) return known;
  const info = symbols.project.modules.get(module);
  const tree = info ? syntaxOf(symbols, info.path) : null;
  const place = info && tree ? { info, namespace: namespaceOf(tree.body), outer: null, qualname: '' } : null;
  symbols.modules.set(module, place);
  return place;
}

/** The inside of a class or function that stands at `outer`. */
export function innerPlace(
  symbols: Symbols,
  outer: Place,
  node: ClassDef | FunctionDef | AsyncFunctionDef,
): Place {
  let namespace = symbols.namespaces.get(node);
  if (!namespace) {
    namespace = namespaceOf(node.body);
    if (node.type !== 'ClassDef')
      namespace.parameters = new Set(parametersOf(node.args).map((parameter) => parameter.name));
    symbols.namespaces.set(node, namespace);
  }
  const qualname = outer.qualname === '' ? node.name : `${outer.qualname}.${node.name}`;
  return { info: outer.info, namespace, outer, qualname, node };
}

/** The symbol that a dotted expression (`a`, `a.b.C`) means where it stands; null when it is unknown or a builtin. */
export function resolveExpr(symbols: Symbols, place: Place, expr: Expr): Sym | null {
  if ((expr.type !== 'Name' && expr.type !== 'Attribute') || !dottedRoot(expr)) return null;
  return resolveParts(symbols, place, dottedParts(expr).parts);
}

/** Like `resolveExpr` for a dotted text split at its dots. */
export function resolveParts(symbols: Symbols, place: Place, parts: readonly string[], hops = 0): Sym | null {
  let symbol = lookup(symbols, place, parts[0], hops);
  for (let i = 1; symbol && i < parts.length; i++) symbol = memberOf(symbols, symbol, parts[i], hops);
  return symbol;
}

/** An attribute of a symbol: of a module, a class (its bases included) or something external. */
export function memberOf(symbols: Symbols, symbol: Sym, name: string, hops = 0): Sym | null {
  if (hops > MAX_HOPS) return null;
  switch (symbol.kind) {
    case 'external':
      return { kind: 'external', name: `${symbol.name}.${name}` };
    case 'module':
      return moduleMember(symbols, symbol.module, name, hops);
    case 'class': {
      const inner = innerPlace(symbols, symbol.place, symbol.node);
      const own = fromDefinitions(symbols, inner, name, hops);
      if (own) return own;
      for (const base of symbol.node.bases) {
        const parent = resolveExpr(symbols, symbol.place, base.type === 'Subscript' ? base.value : base);
        const inherited = parent?.kind === 'class' ? memberOf(symbols, parent, name, hops + 1) : null;
        if (inherited) return inherited;
      }
      return null;
    }
    default:
      return null;
  }
}

/** Fully qualified name of a symbol: `shop.models.User`, `pydantic.BaseModel`; null for a variable of a function. */
export function qualifiedName(symbol: Sym): string {
  switch (symbol.kind) {
    case 'external':
      return symbol.name;
    case 'module':
      return symbol.module;
    case 'class':
    case 'function':
      return `${symbol.place.info.name}.${symbol.qualname}`;
    case 'type_alias':
      return `${symbol.place.info.name}.${symbol.node.name.id}`;
    case 'variable':
      return [symbol.place.info.name, symbol.place.qualname, symbol.name].filter(Boolean).join('.');
  }
}

function lookup(symbols: Symbols, place: Place, name: string, hops: number): Sym | null {
  for (let at: Place | null = place; at; at = at.outer) {
    const found = fromDefinitions(symbols, at, name, hops);
    if (found) return found;
    if (at.namespace.parameters?.has(name)) return null;
  }
  return null;
}

function moduleMember(symbols: Symbols, module: string, name: string, hops: number): Sym | null {
  if (isSubmodule(symbols.project, module, name)) return { kind: 'module', module: `${module}.${name}` };
  const place = modulePlace(symbols, module);
  return place ? fromDefinitions(symbols, place, name, hops + 1) : null;
}

function fromDefinitions(symbols: Symbols, place: Place, name: string, hops: number): Sym | null {
  if (hops > MAX_HOPS) return null;
  const definitions = place.namespace.names.get(name);
  if (!definitions) return fromStars(symbols, place, name, hops);
  const possible = possibleOf(symbols, place, definitions);
  if (possible.length === 0) return fromStars(symbols, place, name, hops);
  const decided = possible.length > 1 ? decidedParameter(symbols, possible) : null;
  const { definition, ambiguous } = decided ? { definition: decided, ambiguous: false } : pick(possible);
  const qualname = place.qualname === '' ? name : `${place.qualname}.${name}`;
  switch (definition.kind) {
    case 'class':
      return { kind: 'class', node: definition.node, place, qualname };
    case 'function':
      return { kind: 'function', node: definition.node, place, qualname };
    case 'type_alias':
      return { kind: 'type_alias', node: definition.node, place };
    case 'assignment': {
      const { value, annotation } = definition;
      const made = value?.type === 'Call' && !ambiguous ? symbols.classOfCall?.(place, value) : null;
      if (made) return { kind: 'class', node: made, place, qualname };
      return { kind: 'variable', name, value, annotation, place, ambiguous };
    }
    case 'bound':
      return {
        kind: 'variable',
        name,
        value: definition.value,
        annotation: null,
        place: definition.place,
        ambiguous,
      };
    case 'added':
    case 'other':
      return { kind: 'variable', name, value: null, annotation: null, place, ambiguous: true };
    case 'import':
      return fromImport(symbols, place.info, definition, hops);
  }
}

/** What an import binds to a name. */
function fromImport(
  symbols: Symbols,
  info: ModuleInfo,
  definition: Definition & { kind: 'import' },
  hops: number,
): Sym | null {
  const module = absoluteModule(packageOf(info), definition.level, definition.module);
  if (module === null) return null;
  const own = isModule(symbols.project, module);
  if (definition.name === null) return own ? { kind: 'module', module } : { kind: 'external', name: module };
  if (!own) return { kind: 'external', name: `${module}.${definition.name}` };
  return moduleMember(symbols, module, definition.name, hops + 1);
}

function fromStars(symbols: Symbols, place: Place, name: string, hops: number): Sym | null {
  if (name.startsWith('_')) return null;
  for (const star of [...place.namespace.stars].reverse()) {
    const module = absoluteModule(packageOf(place.info), star.level, star.module);
    if (module === null) continue;
    if (starBrings(module, name)) return { kind: 'external', name: `${module}.${name}` };
    if (!isModule(symbols.project, module)) continue;
    const found = moduleMember(symbols, module, name, hops + 1);
    if (found) return found;
  }
  return null;
}

/** The definitions that no test rules out. */
function possibleOf(
  symbols: Symbols,
  place: Place,
  definitions: readonly Definition[],
): readonly Definition[] {
  const { decide } = symbols;
  if (!decide || definitions.every((one) => !one.tests)) return definitions;
  return definitions.filter(
    (one) =>
      one.branch === 'type_checking' ||
      (one.tests?.every(({ test, holds }) => decide(place, test) !== !holds) ?? true),
  );
}

/** The definition that counts when a module has been executed: the last one, alternatives and type-only ones aside. */
function pick(definitions: readonly Definition[]): { definition: Definition; ambiguous: boolean } {
  const main = definitions.filter((definition) => definition.branch === 'main');
  const candidates = main.length > 0 ? main : definitions;
  const executed = definitions.filter((definition) => definition.branch !== 'type_checking');
  return { definition: candidates[candidates.length - 1], ambiguous: executed.length > 1 };
}
