import type { Call, Expr, Stmt } from '../python';
import type { SourceTree } from '../project/types';
import { parseModule } from '../python';
import { readIni } from './ini';
import { fileConstant, moduleConstant } from './module-constant';
import { entryPointLines, scriptsOf } from './entry-points';
import { dependenciesOf } from './read';
import { requirementsOf } from './requirements-file';
import { placesOf } from './source-folders';
import { strings } from './toml-values';
import type { EntryPoint, ProjectMetadata } from './types';

const FILE = 'setup.py';
type Value = string | Value[] | { [key: string]: Value } | null;

/**
 * Metadata of setup.py, read from its syntax tree and never run: literals, names bound to literals, files that are read,
 * a version looked up in a module. A value that only running code could tell is listed as unknown.
 */
export function readSetupPy(source: string, tree: SourceTree): Partial<ProjectMetadata> {
  const parsed = parseModule(source);
  if (!parsed.ok) return { unknown: [{ key: '*', file: FILE, reason: parsed.error.message }] };
  const call = findSetupCall(parsed.module.body);
  if (!call) return {};
  const constants = moduleConstants(parsed.module.body);
  const unknown: ProjectMetadata['unknown'] = [];
  const get = (key: string): Value => {
    const expr = call.keywords.find((keyword) => keyword.arg === key)?.value;
    if (!expr) return null;
    const value = evaluate(expr, constants, tree);
    if (hasGap(value))
      unknown.push({
        key,
        file: FILE,
        reason: `${source.slice(expr.start, Math.min(expr.end, expr.start + 60))} is not a literal`,
      });
    return value;
  };
  const string = (key: string) => {
    const value = get(key);
    return typeof value === 'string' ? value : null;
  };
  const version = string('version') ?? versionNearby(tree, call, constants);
  if (version !== null) removeUnknown(unknown, 'version');
  const extras = get('extras_require');
  const entryPoints = entryPointsIn(get('entry_points'));
  return {
    name: string('name'),
    version,
    description: string('description'),
    license: string('license'),
    requiresPython: string('python_requires'),
    dependencies: [
      ...dependenciesOf(items(get('install_requires')), FILE, 'main'),
      ...Object.entries(tableOf(extras)).flatMap(([extra, list]) => dependenciesOf(items(list), FILE, extra)),
      ...dependenciesOf(items(get('tests_require')), FILE, 'test'),
    ],
    extras: Object.keys(tableOf(extras)),
    scripts: scriptsOf(entryPoints),
    entryPoints,
    packages: [...items(literalOnly(call, 'packages', constants, tree)), ...items(get('py_modules'))].filter(
      (item): item is string => typeof item === 'string',
    ),
    ...placesOf(
      strings(tableOf(literalOnly(call, 'package_dir', constants, tree))),
      foundIn(call, constants, tree),
    ),
    unknown,
  };
}

/** Folders that `find_packages("lib")` looks in. */
function foundIn(call: Call, constants: Map<string, Expr>, tree: SourceTree): Value[] {
  const packages = call.keywords.find((keyword) => keyword.arg === 'packages')?.value;
  if (packages?.type !== 'Call' || !/(^|\.)find_(namespace_)?packages$/.test(nameOf(packages.func)))
    return [];
  const where = packages.args[0] ?? packages.keywords.find((keyword) => keyword.arg === 'where')?.value;
  return where ? [evaluate(where, constants, tree)] : [];
}

function removeUnknown(unknown: ProjectMetadata['unknown'], key: string): void {
  const at = unknown.findIndex((entry) => entry.key === key);
  if (at >= 0) unknown.splice(at, 1);
}

/** Is there anything in a value that only running code could tell? */
function hasGap(value: Value): boolean {
  if (value === null || typeof value === 'string') return value === null;
  return Object.values(value).some(hasGap);
}

/** `packages` is often a call of find_packages: the tree itself tells what that finds, so it is not unknown. */
function literalOnly(call: Call, key: string, constants: Map<string, Expr>, tree: SourceTree): Value {
  const expr = call.keywords.find((keyword) => keyword.arg === key)?.value;
  return expr ? evaluate(expr, constants, tree) : null;
}

function findSetupCall(body: readonly Stmt[]): Call | null {
  for (const stmt of body) {
    const value = stmt.type === 'Expr' ? stmt.value : null;
    if (value?.type === 'Call' && /(^|\.)setup$/.test(nameOf(value.func))) return value;
    const inner =
      stmt.type === 'If'
        ? stmt.body
        : stmt.type === 'FunctionDef'
          ? stmt.body
          : stmt.type === 'With'
            ? stmt.body
            : [];
    const found = findSetupCall(inner);
    if (found) return found;
  }
  return null;
}

function moduleConstants(body: readonly Stmt[]): Map<string, Expr> {
  const constants = new Map<string, Expr>();
  for (const stmt of body) {
    if (stmt.type !== 'Assign') continue;
    for (const target of stmt.targets) if (target.type === 'Name') constants.set(target.id, stmt.value);
  }
  return constants;
}

function evaluate(expr: Expr, constants: Map<string, Expr>, tree: SourceTree, depth = 0): Value {
  if (depth > 20) return null;
  const inner = (part: Expr) => evaluate(part, constants, tree, depth + 1);
  switch (expr.type) {
    case 'Constant':
      return expr.value.kind === 'str' ? expr.value.value : null;
    case 'List':
    case 'Tuple':
    case 'Set':
      return expr.elts.map(inner);
    case 'Dict':
      return Object.fromEntries(
        expr.keys.map((key, i) => [String(key ? inner(key) : ''), inner(expr.values[i])]),
      );
    case 'Name': {
      const bound = constants.get(expr.id);
      return bound ? inner(bound) : null;
    }
    case 'BinOp': {
      const [left, right] = [inner(expr.left), inner(expr.right)];
      if (expr.op !== 'Add') return null;
      if (typeof left === 'string' && typeof right === 'string') return left + right;
      return Array.isArray(left) && Array.isArray(right) ? [...left, ...right] : null;
    }
    case 'Attribute':
      return expr.value.type === 'Name' ? moduleConstant(tree, expr.value.id, expr.attr) : null;
    case 'Subscript':
      return expr.slice.type === 'Constant' && expr.slice.value.kind === 'str'
        ? constantOf(tree, expr.slice.value.value)
        : null;
    case 'Call':
      return requirementsFile(expr, tree);
    default:
      return null;
  }
}

/** `open("requirements.txt").read().splitlines()` and helpers that are given the name of a requirements file. */
function requirementsFile(call: Call, tree: SourceTree): Value {
  let current: Expr = call;
  while (current.type === 'Call') {
    for (const argument of current.args) {
      if (
        argument.type !== 'Constant' ||
        argument.value.kind !== 'str' ||
        !/require.*\.(txt|in)$/.test(argument.value.value)
      )
        continue;
      const path = argument.value.value;
      const file = tree.files.find((candidate) => candidate.path === path);
      return file ? requirementsOf(tree, path, 'main').map((dependency) => dependency.requirement) : null;
    }
    current = current.func.type === 'Attribute' ? current.func.value : current.func;
  }
  return null;
}

const ABOUT = ['__init__.py', '__version__.py', '_version.py', 'version.py', '__about__.py', 'about.py'];

/** `about["__title__"]`: what a module says of its distribution, executed into a dictionary; null when several differ. */
function constantOf(tree: SourceTree, name: string): string | null {
  if (!/^__\w+__$/.test(name)) return null;
  const found = new Set(aboutFiles(tree).map((path) => fileConstant(tree, path, name)));
  found.delete(null);
  return found.size === 1 ? [...found][0] : null;
}

/**
 * A version that is computed almost always comes from `__version__` of a module that setup.py names: the package itself is tried, then
 * what is near.
 */
function versionNearby(tree: SourceTree, call: Call, constants: Map<string, Expr>): string | null {
  if (!call.keywords.some((keyword) => keyword.arg === 'version')) return null;
  const name = call.keywords.find((keyword) => keyword.arg === 'name');
  const own = name ? evaluate(name.value, constants, tree) : null;
  const folder = typeof own === 'string' ? own.toLowerCase().replace(/[-.]/g, '_') : '';
  const near = ABOUT.flatMap((module) => [`${folder}/${module}`, `src/${folder}/${module}`]);
  for (const path of [...near, ...aboutFiles(tree)]) {
    for (const variable of ['__version__', 'VERSION', 'version']) {
      const found = fileConstant(tree, path, variable);
      if (found !== null) return found;
    }
  }
  return null;
}

function aboutFiles(tree: SourceTree): string[] {
  return tree.files
    .map((file) => file.path)
    .filter(
      (path) =>
        ABOUT.includes(path.split('/').pop()!) && path.split('/').length <= 3 && !/^tests?\//.test(path),
    );
}

function nameOf(expr: Expr): string {
  if (expr.type === 'Name') return expr.id;
  return expr.type === 'Attribute' ? `${nameOf(expr.value)}.${expr.attr}` : '';
}

function items(value: Value): Value[] {
  if (Array.isArray(value)) return value;
  return typeof value === 'string' ? value.split(/\r?\n/).filter(Boolean) : [];
}

function tableOf(value: Value): { [key: string]: Value } {
  return isTable(value) ? value : {};
}

function isTable(value: Value): value is { [key: string]: Value } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Of a dictionary of groups, or of the text of an INI file (https://setuptools.pypa.io/en/latest/userguide/entry_point.html). */
function entryPointsIn(value: Value): EntryPoint[] {
  if (typeof value === 'string')
    return readIni(value.replace(/^[ \t]+/gm, '')).map(({ section, key, value: target }) => ({
      group: section,
      name: key,
      value: target.trim(),
      file: FILE,
    }));
  return Object.entries(tableOf(value)).flatMap(([group, lines]) =>
    entryPointLines(
      group,
      items(lines).filter((line) => typeof line === 'string'),
      FILE,
    ),
  );
}
