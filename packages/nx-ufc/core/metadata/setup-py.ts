import type { Call, Expr } from '../python';
import type { SourceTree } from '../project/types';
import { parseModule } from '../python';
import { versionNearby } from './about';
import { dependenciesOfExtras, namesOfExtras } from './conditional-extras';
import { indexMetadata } from './index-metadata';
import { readIni } from './ini';
import { entryPointLines, scriptsOf } from './entry-points';
import { dependenciesOf } from './requirement';
import { ownCommands } from './own-commands';
import { sharedDataOf } from './setup-data';
import { dotted, readSetup } from './setup-names';
import { evaluate, hasGap, isTable, type SetupScope, type Value } from './setup-values';
import { packagePatterns, type PackagePatterns } from './package-patterns';
import { CODE_ARGUMENTS, placesOf } from './source-folders';
import { lineNumberAt } from '../text/lines';
import { strings } from './toml-values';
import type { EntryPoint, ProjectMetadata } from './types';

const FILE = 'setup.py';

/**
 * Metadata of setup.py, read from its syntax tree and never run: literals, names and what is added to them, files that are read,
 * a version looked up in a module. A value that only running code could tell is listed as unknown.
 */
export function readSetupPy(source: string, tree: SourceTree): Partial<ProjectMetadata> {
  const parsed = parseModule(source);
  if (!parsed.ok) return { unknown: [{ key: '*', file: FILE, reason: parsed.error.message }] };
  const { call, names, functions } = readSetup(parsed.module.body);
  if (!call) return { unknown: [{ key: '*', file: FILE, reason: 'no call of setup() is found in it' }] };
  const scope: SetupScope = { names, tree, functions };
  const { given, unknown } = argumentsOf(scope, call, source);
  const get = (key: string): Value => {
    const one = given.get(key);
    if (one === undefined) return null;
    if (hasGap(one.value))
      unknown.push({ key, file: FILE, reason: `${excerpt(source, one.expr)} is not a literal` });
    return one.value;
  };
  const string = (key: string) => {
    const value = get(key);
    return typeof value === 'string' ? value : null;
  };
  const name = string('name');
  const version = string('version') ?? (given.has('version') ? versionNearby(tree, name) : null);
  if (version !== null) removeUnknown(unknown, 'version');
  const extras = get('extras_require');
  const entryPoints = entryPointsIn(get('entry_points'));
  const shared = sharedDataOf(get('data_files'), FILE, tree);
  unknown.push(...shared.unknown);
  return {
    name,
    version,
    description: string('description'),
    license: string('license') ?? string('license_expression'),
    forIndex: indexMetadata((key) => {
      const value = get(key);
      if (isTable(value)) return strings(value);
      return Array.isArray(value) ? texts(value) : typeof value === 'string' ? value : null;
    }),
    requiresPython: string('python_requires'),
    dependencies: [
      ...dependenciesOf(items(get('install_requires')), FILE, 'main'),
      ...dependenciesOfExtras(
        Object.entries(tableOf(extras)).map(([extra, list]) => [extra, items(list)]),
        FILE,
      ),
      ...dependenciesOf(items(get('tests_require')), FILE, 'test'),
    ],
    extras: namesOfExtras(Object.keys(tableOf(extras))),
    scripts: scriptsOf(entryPoints),
    programs: texts(items(get('scripts'))),
    sharedData: shared.sharedData,
    ...commandsIn(given.get('cmdclass'), source),
    entryPoints,
    // `packages` is often a call of find_packages: the tree itself tells what that finds, so it is not unknown.
    packages: texts([...namedPackages(scope, given.get('packages')), ...items(get('py_modules'))]),
    setupPackageData: Object.fromEntries(
      Object.entries(tableOf(given.get('package_data')?.value ?? null)).map(([name, patterns]) => [
        name === '*' ? '' : name,
        texts(items(patterns)),
      ]),
    ),
    ...placesOf(
      strings(tableOf(given.get('package_dir')?.value ?? null)),
      foundIn(scope, given.get('packages')),
    ),
    packagePatterns: patternsIn(scope, given.get('packages')),
    codeInSetup: CODE_ARGUMENTS.filter((key) => given.has(key)),
    unknown,
  };
}

interface Given {
  value: Value;
  expr: Expr;
}

/** What setup() is given, `**settings` taken apart. */
function argumentsOf(scope: SetupScope, call: Call, source: string) {
  const given = new Map<string, Given>();
  const unknown: ProjectMetadata['unknown'] = [];
  for (const { arg, value: expr } of call.keywords) {
    if (expr.type === 'Constant' && expr.value.kind === 'none') continue;
    const value = evaluate(scope, expr);
    if (arg !== null) given.set(arg, { value, expr });
    else if (!isTable(value) || Object.hasOwn(value, ''))
      unknown.push({ key: '*', file: FILE, reason: `**${excerpt(source, expr)} is not a literal` });
    for (const [key, one] of arg === null && isTable(value) ? Object.entries(value) : [])
      given.set(key, { value: one, expr });
  }
  return { given, unknown };
}

function commandsIn(given: Given | undefined, source: string): Pick<ProjectMetadata, 'ownCommands'> {
  const names = given ? ownCommands(given.value, given.expr) : null;
  return given && names ? { ownCommands: { names, line: lineNumberAt(source, given.expr.start) } } : {};
}

/** Packages that are listed one by one; what only running code could add to them (`["pkg"] + parts("pkg/vendor")`) lies below them, where it is not looked for everywhere. */
function namedPackages(scope: SetupScope, packages: Given | undefined): Value[] {
  if (!packages || packages.expr.type !== 'BinOp') return items(packages?.value ?? null);
  const parts = summands(packages.expr);
  return parts.some(isFinding) ? [] : parts.flatMap((part) => items(evaluate(scope, part)));
}

function summands(expr: Expr): Expr[] {
  return expr.type === 'BinOp' && expr.op === 'Add'
    ? [...summands(expr.left), ...summands(expr.right)]
    : [expr];
}

function isFinding(expr: Expr | undefined): expr is Call {
  return expr?.type === 'Call' && /(^|\.)find_(namespace_)?packages$/.test(dotted(expr.func));
}

/** Folders that `find_packages("lib")` looks in. */
function foundIn(scope: SetupScope, packages: Given | undefined): Value[] {
  const where = findingArgument(packages, 0, 'where');
  return where ? [evaluate(scope, where)] : [];
}

/** `find_packages(include=["pkg*"], exclude=["tests"])` */
function patternsIn(scope: SetupScope, packages: Given | undefined): PackagePatterns | undefined {
  const [exclude, include] = [
    findingArgument(packages, 1, 'exclude'),
    findingArgument(packages, 2, 'include'),
  ].map((expr) => (expr ? asList(evaluate(scope, expr)) : []));
  return packagePatterns(include, exclude);
}

/** A value that is no list is one that only running code could tell. */
function asList(value: Value): Value[] {
  return Array.isArray(value) ? value : [null];
}

function findingArgument(packages: Given | undefined, at: number, name: string): Expr | undefined {
  const call = packages?.expr;
  if (!isFinding(call)) return undefined;
  return call.args[at] ?? call.keywords.find(({ arg }) => arg === name)?.value;
}

function excerpt(source: string, expr: Expr): string {
  return source.slice(expr.start, Math.min(expr.end, expr.start + 60));
}

function removeUnknown(unknown: ProjectMetadata['unknown'], key: string): void {
  const at = unknown.findIndex((entry) => entry.key === key);
  if (at >= 0) unknown.splice(at, 1);
}

function items(value: Value): Value[] {
  if (Array.isArray(value)) return value;
  return typeof value === 'string' ? value.split(/\r?\n/).filter(Boolean) : [];
}

function texts(values: readonly Value[]): string[] {
  return values.filter((value) => typeof value === 'string');
}

function tableOf(value: Value): { [key: string]: Value } {
  return isTable(value) ? value : {};
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
    entryPointLines(group, texts(items(lines)), FILE),
  );
}
