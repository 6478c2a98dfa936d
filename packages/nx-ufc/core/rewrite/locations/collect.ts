import type { Alias, Expr, Module, Node } from '../../python/ast';
import { searchedFolder, walksByName } from './searched-folder';
import { childrenOf } from '../../python/children';
import { attributeKeys, attributesSet, RECEIVERS, withoutAttributes, type AttributeSet } from './attributes';
import { comparedFolders } from './compared-folders';
import { listedFolder } from './listed-folders';
import { locate } from './locate';
import { mentionsIn, type Mentions } from './mentions';
import { namedFolder } from './named-folders';
import type { Environment, Location, Variable } from './types';

/** Every path expression of a module, the outermost ones, and the variables that hold one; in source order. */
export interface Collected {
  locations: Location[];
  variables: Variable[];
  /** Displays of nothing but texts, which may be paths below a folder. */
  lists(): Expr[][];
}

interface Scope {
  kind: 'module' | 'class' | 'function';
  env: Environment;
  /** What nested functions see: names of a class body are not among it. */
  visible: Pick<Environment, 'variables' | 'texts'>;
  /** Expressions of folders that are listed. */
  listed: Set<Node>;
  /** Those of packages whose modules are gone through by name. */
  walked: Set<Node>;
  /** Expressions of folders of which it is asked what lies in them. */
  compared: Set<Node>;
  /** Expressions of folders whose names are asked for. */
  named: Set<Node>;
  found: Found;
}

interface Found extends Pick<Collected, 'locations' | 'variables'> {
  /** The expressions of the variables. */
  definitions: Set<Node>;
  mentions: Mentions;
}

export function collectLocations(tree: Module, env: Environment): Collected {
  const locations: Location[] = [];
  const variables: Variable[] = [];
  const mentions = mentionsIn(env.text);
  env.constantNames.forEach((name) => mentions.add(name));
  enter(tree.body, env, [], { locations, variables, definitions: new Set(), mentions }, 'module');
  return { locations, variables, lists: () => tree.body.flatMap(textListsIn) };
}

function textListsIn(node: Node): Expr[][] {
  const own = textsOf(node as Expr);
  const below = childrenOf(node).flatMap(textListsIn);
  return own ? [own, ...below] : below;
}

function enter(
  body: readonly Node[],
  outer: Environment,
  parameters: readonly string[],
  found: Found,
  kind: Scope['kind'],
): void {
  const counts = new Map<string, number>();
  const candidates: Bound[] = [];
  for (const node of body) countStores(node, counts, candidates);
  const isOther = kind === 'class' || RECEIVERS.some((name) => counts.has(name));
  const variables = new Map(isOther ? withoutAttributes(outer.variables) : outer.variables);
  const texts = new Map(outer.texts);
  for (const name of [...counts.keys(), ...parameters]) {
    variables.delete(name);
    variables.delete(`${name}()`);
    texts.delete(name);
    texts.delete(`${name}()`);
  }
  const env = { ...outer, variables, texts };
  const scope: Scope = {
    env,
    visible: visibleIn(kind === 'class' ? { ...outer, variables: withoutAttributes(outer.variables) } : env),
    kind,
    listed: new Set(),
    walked: new Set(),
    compared: new Set(),
    named: new Set(),
    found,
  };
  for (const bound of candidates) {
    if (counts.get(bound.name) !== 1) continue;
    const called = functionOf(bound);
    const text = textOf(bound, texts);
    if (called !== null) texts.set(`${bound.name}()`, called);
    else if (text === null) define(bound, scope, variables);
    else if (!isRebound(outer.text, bound.name)) texts.set(bound.name, text);
  }
  if (kind === 'class') addAttributes(body, scope);
  for (const node of body) visit(node, scope);
}

/** What a class and its methods set is the same in all of the methods, unless something else sets it, too. */
function addAttributes(body: readonly Node[], scope: Scope): void {
  const { env } = scope;
  const attributes = new Map(scope.visible.variables);
  const add = (variable: Variable) =>
    attributeKeys(variable.name).forEach((key) => attributes.set(key, variable));
  for (const variable of scope.found.variables)
    if (env.variables.get(variable.name) === variable && variable.isMember && env.isSetOnce(variable.name))
      add(variable);
  for (const set of attributesSet(body)) {
    const location = locate({ ...env, variables: attributes, texts: scope.visible.texts }, set.value);
    if (!location || location.open || isOfMethod(set) || !env.isSetOnce(set.name)) continue;
    add(variableOf(set, location, scope, false));
  }
  scope.visible = { ...scope.visible, variables: attributes };
}

/** Does a value say a name of its method? */
function isOfMethod({ value, method }: AttributeSet): boolean {
  const counts = new Map<string, number>();
  for (const node of method.body) countStores(node, counts, []);
  const parameters = parametersOf(method.args).filter((name) => !RECEIVERS.includes(name));
  const own = new Set([...counts.keys(), ...parameters]);
  const says = (node: Node): boolean =>
    (node.type === 'Name' && own.has((node as Expr & { type: 'Name' }).id)) || childrenOf(node).some(says);
  return says(value);
}

function visibleIn({ variables, texts }: Environment): Scope['visible'] {
  return { variables, texts };
}

function isFunction(node: Node): boolean {
  return node.type === 'FunctionDef' || node.type === 'AsyncFunctionDef' || node.type === 'Lambda';
}

/** How often each name is bound in a scope, and what may be bound to a path. */
function countStores(node: Node, counts: Map<string, number>, candidates: Bound[]): void {
  const bound = assignment(node) ?? returned(node);
  if (bound) candidates.push(bound);
  const count = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  if (isFunction(node) || node.type === 'ClassDef') {
    if ('name' in node) count(String(node.name));
    return;
  }
  const name = node as Expr;
  if (name.type === 'Name' && name.ctx !== 'Load') count(name.id);
  if (node.type === 'alias') {
    const { name: imported, asname } = node as Alias;
    count(asname ?? imported.split('.')[0]);
  }
  if (node.type === 'ImportFrom') candidates.push(...ofPathModule(node));
  if (node.type === 'Global')
    for (const one of (node as Node & { names: string[] }).names) counts.set(one, 2);
  for (const child of childrenOf(node)) countStores(child, counts, candidates);
}

/** `from os.path import dirname as d` */
function ofPathModule(node: Node): Bound[] {
  const { module, names } = node as Node & { module: string | null; names: Alias[] };
  if (module !== 'os.path') return [];
  return names.flatMap(({ name, asname, start, end }): Bound[] =>
    asname === null
      ? []
      : [{ name: asname, value: { type: 'Name', id: name, ctx: 'Load', start, end }, isFunction: false }],
  );
}

/** `d = os.path.dirname` */
function functionOf({ value, isFunction }: Bound): string | null {
  if (isFunction || (value.type !== 'Name' && value.type !== 'Attribute')) return null;
  const name = value.type === 'Name' ? value.id : value.attr;
  const isOfPath = value.type === 'Name' || leafOfExpr(value.value) === 'path';
  return isOfPath && /^(dirname|join|abspath|realpath|normpath)$/.test(name) ? name : null;
}

function leafOfExpr(expr: Expr): string {
  return expr.type === 'Name' ? expr.id : expr.type === 'Attribute' ? expr.attr : '';
}

/** `NAME = "pkg"`, `FOLDER = NAME` */
function textOf({ value, isFunction }: Bound, texts: ReadonlyMap<string, string>): string | null {
  if (isFunction) return null;
  if (value.type === 'Name') return texts.get(value.id) ?? null;
  return value.type === 'Constant' && value.value.kind === 'str' ? value.value.value : null;
}

/** A function may set a name of the module. */
function isRebound(text: string, name: string): boolean {
  return new RegExp(`\\bglobal\\b[^\\n]*\\b${name}\\b`).test(text);
}

/** Names that are bound once in a scope, to a path expression or a function that gives one. */
function define({ name, value, isFunction }: Bound, scope: Scope, variables: Map<string, Variable>): void {
  const location = locate(scope.env, value);
  if (!location || location.open) return;
  variables.set(isFunction ? `${name}()` : name, variableOf({ name, value }, location, scope, isFunction));
}

function variableOf(
  { name, value }: Pick<Bound, 'name' | 'value'>,
  location: Location,
  scope: Scope,
  isFunction: boolean,
): Variable {
  const isLocal = scope.kind === 'function';
  const isMember = scope.kind === 'class';
  const variable: Variable = { name, isFunction, isLocal, isMember, location, uses: [] };
  scope.found.definitions.add(value);
  scope.found.mentions.add(name);
  scope.found.variables.push(variable);
  if (location.anchor.kind === 'variable') location.anchor.variable.uses.push(location);
  return variable;
}

interface Bound {
  name: string;
  value: Expr;
  isFunction: boolean;
}

/** `def root(): return dirname(__file__)` */
function returned(node: Node): Bound | null {
  if (node.type !== 'FunctionDef') return null;
  const { name, args, body } = node as Node & { name: string; args: Node; body: Node[] };
  const [last, ...before] = body.toReversed();
  const { value } = last as Node & { value?: Expr };
  if (last.type !== 'Return' || !value || childrenOf(args).length > 0 || before.some(isNoDocstring))
    return null;
  return { name, value, isFunction: true };
}

function isNoDocstring(node: Node): boolean {
  const { value } = node as Node & { value?: Expr };
  return node.type !== 'Expr' || value?.type !== 'Constant';
}

function assignment(node: Node): Bound | null {
  const { type, targets, target, value } = node as Node & { targets?: Expr[]; target?: Expr; value?: Expr };
  const only = type === 'Assign' && targets?.length === 1 ? targets[0] : type === 'AnnAssign' ? target : null;
  return only?.type === 'Name' && value ? { name: only.id, value, isFunction: false } : null;
}

function visit(node: Node, scope: Scope): void {
  if (scope.found.definitions.has(node) || !scope.found.mentions.within(spanOf(node))) return;
  if (isFunction(node)) return visitFunction(node, scope);
  if (node.type === 'ClassDef') {
    const { body } = node as Node & { body: Node[] };
    for (const child of childrenOf(node)) if (!body.includes(child)) visit(child, scope);
    return enter(body, { ...scope.env, ...scope.visible }, [], scope.found, 'class');
  }
  const searched = searchedFolder(node);
  const folder = listedFolder(node) ?? searched;
  if (folder) scope.listed.add(folder);
  if (searched && walksByName(node)) scope.walked.add(searched);
  for (const one of comparedFolders(node)) scope.compared.add(one);
  const named = namedFolder(node);
  if (named) scope.named.add(named);
  const location = locate(scope.env, node as Expr);
  if (!location) {
    for (const child of childrenOf(node)) visit(child, scope);
    return;
  }
  if (scope.listed.has(node)) location.listed = true;
  if (scope.walked.has(node)) location.walked = true;
  if (scope.compared.has(node)) location.compared = true;
  if (scope.named.has(node)) location.named = true;
  scope.found.locations.push(location);
  if (location.anchor.kind === 'variable') location.anchor.variable.uses.push(location);
}

/** A function or a class begins at its decorators. */
function spanOf(node: Node): { start: number; end: number } {
  const { decorator_list: [first] = [] } = node as Node & { decorator_list?: Node[] };
  return first ? { start: first.start, end: node.end } : node;
}

function textsOf(node: Expr): Expr[] | null {
  if (node.type !== 'List' && node.type !== 'Tuple' && node.type !== 'Set') return null;
  const isText = (one: Expr) => one.type === 'Constant' && one.value.kind === 'str';
  return node.elts.length > 1 && node.elts.every(isText) ? node.elts : null;
}

function visitFunction(node: Node, scope: Scope): void {
  const { body, args } = node as Node & { body: Node | Node[]; args: Node };
  const inner = Array.isArray(body) ? body : [body];
  for (const child of childrenOf(node)) if (!inner.includes(child)) visit(child, scope);
  const parameters = parametersOf(args);
  const isOther = scope.kind !== 'class' && parameters.some((name) => RECEIVERS.includes(name));
  const { variables } = scope.visible;
  const visible = { ...scope.visible, variables: isOther ? withoutAttributes(variables) : variables };
  enter(inner, { ...scope.env, ...visible }, parameters, scope.found, 'function');
}

function parametersOf(args: Node): string[] {
  return childrenOf(args).flatMap((arg) => ('arg' in arg ? [String(arg.arg)] : []));
}
