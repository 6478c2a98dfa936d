import type { BindingFact, FileFacts, ImportFact } from '../python/facts/types';
import { bindingsOf } from '../python/facts/resolve';
import { compiledNames } from './compiled-names';
import { firstName, isFolderName } from './first-name';
import type { ModuleInfo, ProjectFacts } from './types';
import { absoluteModule } from './relative';
import { packageOfFile, parentOf } from './module-name';

/** The package that relative imports of a module start from. */
export function packageOf(module: ModuleInfo): string {
  return module.isPackage ? module.name : packageOfFile(module.name, module.path);
}

/** Absolute dotted module of a `from` import; null when its dots lead out of the package. */
export function importedModule(module: ModuleInfo, fact: ImportFact): string | null {
  return absoluteModule(packageOf(module), fact.level, fact.module);
}

/** Is there a module or a package folder of that name? Folders without `__init__.py` count (PEP 420), and so does what the build compiles. */
export function isModule(project: ProjectFacts, name: string): boolean {
  const first = firstName(project, name);
  return (
    project.modules.has(first) ||
    namespacePackages(project).has(first) ||
    isFolderName(project, name) ||
    compiledNames(project).has(first)
  );
}

const namespaceCache = new WeakMap<ProjectFacts, Set<string>>();
function namespacePackages(project: ProjectFacts): Set<string> {
  const known = namespaceCache.get(project);
  if (known) return known;
  const found = new Set<string>();
  for (const name of project.modules.keys()) {
    for (let parent = parentOf(name); parent && !found.has(parent); parent = parentOf(parent)) {
      if (!project.modules.has(parent)) found.add(parent);
    }
  }
  namespaceCache.set(project, found);
  return found;
}

/**
 * Does `name` of `package` mean the submodule? A binding of that name in the package's `__init__` hides the
 * submodule, unless the binding is an import of that very submodule.
 */
export function isSubmodule(project: ProjectFacts, packageNamed: string, name: string): boolean {
  if (!isModule(project, `${packageNamed}.${name}`)) return false;
  const packageName = firstName(project, packageNamed);
  const info = project.modules.get(packageName);
  const facts = info && project.facts.get(info.path);
  if (!info || !facts) return true;
  if (starBinds(project, info, facts, name, `${packageName}.${name}`)) return false;
  const own = facts.scopes[0]?.bindings ?? {};
  if (!Object.hasOwn(own, name)) return true;
  const full = `${packageName}.${name}`;
  const isImport = (b: BindingFact) =>
    b.kind === 'import' && bindsSubmodule(info, facts, b.index, b.sub, full);
  const isOther = (b: BindingFact) =>
    !isImport(b) && !isMissingMarker(facts, b, name) && !isForTypeCheckers(facts, b, name);
  return own[name].some(isImport) && !own[name].some(isOther);
}

/** Does the `__init__` of a package import a name and then write to `globals()`? Then the name may have become something else. */
export function isRebound(project: ProjectFacts, packageName: string, name: string): boolean {
  const facts = project.facts.get(project.modules.get(packageName)?.path ?? '');
  return (
    facts !== undefined &&
    facts.calls.some(({ callee, run }) => callee === 'globals' && run === 'module') &&
    Object.hasOwn(facts.scopes[0].bindings, name)
  );
}

/** `except ImportError: sub = None` stands for a submodule that cannot be imported. */
function isMissingMarker(facts: FileFacts, binding: BindingFact, name: string): boolean {
  return (
    binding.kind === 'assignment' &&
    facts.assignments
      .filter((one) => one.scopeId === 0 && one.target === name)
      .every((one) => one.value?.kind === 'literal' && one.value.value === null)
  );
}

/** `if TYPE_CHECKING: sub = Special()` says to type checkers what the submodule becomes. */
function isForTypeCheckers({ imports, assignments }: FileFacts, binding: BindingFact, name: string): boolean {
  if (binding.kind === 'import') return imports[binding.index].scope === 'type_checking';
  return (
    binding.kind === 'assignment' &&
    assignments.some(
      ({ scopeId, target, line, run }) =>
        scopeId === 0 && target === name && line === binding.line && run === 'type_checking',
    )
  );
}

const MAX_STAR_DEPTH = 10;

/** Does a star import of a package bring this name, as anything but the submodule `full` itself? It comes after the submodule and hides it. */
function starBinds(
  project: ProjectFacts,
  info: ModuleInfo,
  facts: FileFacts,
  name: string,
  full: string,
): boolean {
  return starBrings(project, info, facts, name, {
    listed: (source) => !isModule(project, `${source.name}.${name}`),
    bound: (source, other) => bindsOther(source, other, name, full),
  });
}

/** Does a star import of a module bring this name, whatever it is? */
export function isBroughtByStar(project: ProjectFacts, module: string, name: string): boolean {
  const info = project.modules.get(module);
  const facts = info && project.facts.get(info.path);
  if (!info || !facts) return false;
  return starBrings(project, info, facts, name, {
    listed: () => true,
    bound: (_, other) => Object.hasOwn(other.scopes[0]?.bindings ?? {}, name),
  });
}

/** What counts of a module that is imported with a star: a name that its `__all__` lists, or one that it binds. */
interface Brings {
  listed(source: ModuleInfo): boolean;
  bound(source: ModuleInfo, facts: FileFacts): boolean;
}

function starBrings(
  project: ProjectFacts,
  info: ModuleInfo,
  facts: FileFacts,
  name: string,
  brings: Brings,
  depth = 0,
): boolean {
  return facts.imports.some((fact) => {
    if (fact.kind !== 'from' || fact.scopeId !== 0 || fact.names[0].name !== '*') return false;
    const module = importedModule(info, fact);
    const source = module === null ? undefined : project.modules.get(module);
    const other = source && project.facts.get(source.path);
    if (!source || !other || depth > MAX_STAR_DEPTH) return false;
    if (other.dunderAll?.complete)
      return other.dunderAll.entries.some((entry) => entry.name === name) && brings.listed(source);
    if (name.startsWith('_')) return false;
    return brings.bound(source, other) || starBrings(project, source, other, name, brings, depth + 1);
  });
}

/** Does a module bind the name to anything but the submodule itself, which it may have imported too? */
function bindsOther(info: ModuleInfo, facts: FileFacts, name: string, full: string): boolean {
  const bindings = bindingsOf(facts.scopes[0], name) ?? [];
  return bindings.some((b) => b.kind !== 'import' || !bindsSubmodule(info, facts, b.index, b.sub, full));
}

function bindsSubmodule(
  info: ModuleInfo,
  facts: FileFacts,
  index: number,
  sub: number,
  full: string,
): boolean {
  const fact = facts.imports[index];
  const item = fact.names[sub];
  if (fact.kind === 'import')
    return item.alias !== null ? item.name === full : full.startsWith(`${item.name}.`);
  const module = importedModule(info, fact);
  if (module === null) return false;
  return item.name === '*' || `${module}.${item.name}` === full;
}

/**
 * Length of the longest prefix of a dotted path that names a module, as the import system reads names in strings:
 * `["tinydb", "table", "Table"]` → 2; 0 when none does. Attributes of the same name do not count here.
 */
export function modulePrefixLength(project: ProjectFacts, parts: readonly string[]): number {
  let length = 0;
  let name = '';
  while (length < parts.length && isModule(project, length === 0 ? parts[0] : `${name}.${parts[length]}`)) {
    name = parts.slice(0, ++length).join('.');
  }
  return length;
}

/** Does the module bind this name at top level, by definition, assignment, import or a star import that may bring it? */
export function definesName(project: ProjectFacts, module: string, name: string): boolean {
  const info = project.modules.get(firstName(project, module));
  const facts = info && project.facts.get(info.path);
  return facts !== undefined && Object.hasOwn(facts.scopes[0]?.bindings ?? {}, name);
}
