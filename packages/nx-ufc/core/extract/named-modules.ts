import { anchorGiven } from '../project/anchor';
import { PATCHER, isImporter } from '../project/naming-calls';
import { isModule, modulePrefixLength, packageOf } from '../project/names';
import { absoluteModule } from '../project/relative';
import type { ModuleInfo, ProjectFacts } from '../project/types';
import type { CallFact, FileFacts, StringFact } from '../python/facts/types';
import { findDottedPaths } from '../rewrite/dotted-paths';

/** A module that code reaches by a text and not by an import statement. */
export interface NamedModule {
  module: string;
  /** Where the text stands. */
  scopeId: number;
}

/** Calls that read data of the package that a text names. */
export const READER =
  /(^|\.)(get_data|resource_\w+|files|open_(text|binary)|read_(text|binary)|is_resource|contents|PackageLoader)$/;

/** What a text ends with behind which a name is put: `"pkg.sub."`, `f"pkg.sub.{name}"`, `"pkg.sub.%s"`. */
const BEGINNING = /^([A-Za-z_][\w.]*)\.(\{\w*\}|%s)?$/;

/** Modules of the project that a file names where it imports them: `import_module("pkg.mod")`, and packages whose data it reads. */
export function namedModules(project: ProjectFacts, info: ModuleInfo): NamedModule[] {
  const facts = project.facts.get(info.path);
  if (!facts) return [];
  return facts.strings.flatMap((string) => wholeName(project, info, facts, string));
}

/** Modules that a test names in texts besides: targets of patches, `python -m pkg.mod`. */
export function namedByTest(project: ProjectFacts, info: ModuleInfo): NamedModule[] {
  const facts = project.facts.get(info.path);
  if (!facts) return [];
  return facts.strings.flatMap((string, at) => {
    const call = string.role === 'argument' ? facts.calls[string.call] : undefined;
    const isTarget = call !== undefined && PATCHER.test(call.callee) && isFirst(call, at);
    const run = runByMinusM(project, facts, at);
    const module = isTarget ? moduleOf(project, string.value) : run;
    return module === null ? [] : [{ module, scopeId: string.scopeId }];
  });
}

function wholeName(
  project: ProjectFacts,
  info: ModuleInfo,
  facts: FileFacts,
  string: StringFact,
): NamedModule[] {
  const call = string.role === 'argument' ? facts.calls[string.call] : undefined;
  if (!call || string.formatted || !(isImporter(call) || READER.test(call.callee))) return [];
  const [, dots, rest] = /^(\.*)([A-Za-z_]\w*(?:\.\w+)*)(?::\w+)?$/.exec(string.value) ?? [];
  if (rest === undefined) return [];
  const anchor = anchorGiven(info, call)?.package ?? packageOf(info);
  const dotted = dots === '' ? rest : absoluteModule(anchor, dots.length, rest);
  const module = dotted === null ? null : moduleOf(project, dotted);
  // A package above is there in any case; reading its data asks nothing of its `__init__`.
  const isAbove = module !== null && info.name.startsWith(`${module}.`) && !isImporter(call);
  return module === null || isAbove ? [] : [{ module, scopeId: string.scopeId }];
}

/** Every module of the packages whose modules a file imports by names that only exist at run time. */
export function chosenModules(project: ProjectFacts, info: ModuleInfo): NamedModule[] {
  const facts = project.facts.get(info.path);
  if (!facts) return [];
  const open = facts.calls.filter(
    (call) =>
      isImporter(call) && call.arguments[0] !== undefined && call.arguments[0].value.kind !== 'literal',
  );
  if (open.length === 0) return [];
  const packages = new Map<string, number>();
  for (const { value, role, scopeId } of facts.strings) {
    const name = role === 'docstring' ? undefined : BEGINNING.exec(value)?.[1];
    if (name !== undefined && project.modules.get(name)?.isPackage) packages.set(name, scopeId);
  }
  for (const { arguments: given, scopeId } of open)
    if (given.some(({ value }) => /\b__(name|package|spec)__\b/.test(value.text)) && info.isPackage)
      packages.set(info.name, scopeId);
  return [...packages].flatMap(([name, scopeId]) =>
    [...project.modules.keys()]
      .filter((module) => module.startsWith(`${name}.`) && !module.slice(name.length + 1).includes('.'))
      .map((module) => ({ module, scopeId })),
  );
}

function isFirst(call: CallFact, at: number): boolean {
  return call.arguments[0]?.string === at;
}

/** The module that `python -m` runs, for a package its `__main__`. */
function runByMinusM(project: ProjectFacts, facts: FileFacts, at: number): string | null {
  const { value, call } = facts.strings[at];
  const before = facts.strings[at - 1];
  const follows = before?.value === '-m' && before.call === call;
  const [, inside] = /(?:^|\s)-m\s*([A-Za-z_][\w.]*)/.exec(value) ?? [];
  const named = follows ? value : inside;
  if (named === undefined || !isModule(project, named)) return null;
  return project.modules.has(`${named}.__main__`) ? `${named}.__main__` : named;
}

/** The longest module that a dotted text names, below the packages of the project. */
function moduleOf(project: ProjectFacts, text: string): string | null {
  const roots = project.layout.roots.map((root) => root.name);
  const [path] = findDottedPaths(text, roots, 0, text.length);
  if (path?.start !== 0) return null;
  const length = modulePrefixLength(project, path.parts);
  const name = path.parts.slice(0, length).join('.');
  return length > 0 && project.modules.has(name) ? name : null;
}
