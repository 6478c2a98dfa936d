import { absoluteName } from '../../project/relative';
import { importedModule, modulePrefixLength, packageOf } from '../../project/names';
import type { ModuleInfo, ProjectFacts } from '../../project/types';
import { bindingsOf } from '../../python/facts/resolve';
import type { FileFacts } from '../../python/facts/types';
import type { Variable } from './types';

/** Names of modules that hold paths made from `__file__`, as other modules take them: `from pkg.config import BASE_DIR`, `config.BASE_DIR`. */
export interface Constants {
  names: ReadonlySet<string>;
  find(module: string, name: string): Variable | null;
}

/** None of them, where what other modules hold is of no interest. */
export const NO_CONSTANTS: Constants = { names: new Set(), find: () => null };

const known = new WeakMap<ProjectFacts, ReadonlySet<string>>();
/** `DATA = BASE_DIR / "data"` in another module, and once more. */
const MAX_ROUNDS = 3;
const MAX_REEXPORTS = 3;

/** What such names are called: a look at what a file imports tells that it has none. */
export function constantNames(project: ProjectFacts): ReadonlySet<string> {
  const before = known.get(project);
  if (before) return before;
  const found = new Set<string>();
  const begins = /\b(__file__|get(source)?file)\b/;
  const files = [...project.facts].filter(([path]) => begins.test(project.sources.get(path)?.text ?? ''));
  addMade(found, files, begins);
  for (let round = 1, size = 0; round < MAX_ROUNDS && size < found.size; round++) {
    size = found.size;
    addMade(found, project.facts, new RegExp(`\\b(${[...found].join('|')})\\b`));
  }
  known.set(project, found);
  return found;
}

function addMade(found: Set<string>, files: Iterable<readonly [string, FileFacts]>, isMade: RegExp): void {
  for (const [, { assignments }] of files)
    for (const { target, scopeId, value } of assignments)
      if (scopeId === 0 && /^\w{3,}$/.test(target) && isMade.test(value?.text ?? '')) found.add(target);
}

/** The names of them that a file imports, or asks for as attributes. */
export function constantsNamed(project: ProjectFacts, { imports, references }: FileFacts): Set<string> {
  const names = constantNames(project);
  const said = new Set<string>();
  if (names.size === 0) return said;
  for (const { names: imported } of imports)
    for (const { name } of imported) if (names.has(name)) said.add(name);
  for (const { parts, resolved } of references)
    for (let i = 1; i < parts.length; i++)
      if (names.has(parts[i]) && mayBeOwn(project, resolved)) said.add(parts[i]);
  return said;
}

/** `os.path` is no name of the project, however one is called there. */
function mayBeOwn({ modules }: ProjectFacts, resolved: string | null): boolean {
  return resolved !== null && (resolved.startsWith('.') || modules.has(resolved.split('.', 1)[0]));
}

/** Where a name that is reached through imports is made: `.config.BASE_DIR`, also where a package imports it from a module of its own. */
export function homeOfName(
  project: ProjectFacts,
  info: ModuleInfo,
  resolved: string,
): { module: string; name: string } | null {
  const whole = absoluteName(packageOf(info), resolved);
  const parts = whole?.split('.') ?? [];
  const length = modulePrefixLength(project, parts);
  const module = parts.slice(0, length).join('.');
  return length > 0 && parts.length === length + 1 ? followed(project, module, parts[length]) : null;
}

function followed(
  project: ProjectFacts,
  module: string,
  name: string,
  depth = 0,
): { module: string; name: string } | null {
  const info = project.modules.get(module);
  const facts = info && project.facts.get(info.path);
  if (!info || !facts || depth > MAX_REEXPORTS) return null;
  const binding = bindingsOf(facts.scopes[0], name)?.find(({ kind }) => kind === 'import');
  const fact = binding && facts.imports[binding.index];
  const isStarred = () => facts.imports.some(({ names }) => names[0]?.name === '*');
  if (!fact) return bindingsOf(facts.scopes[0], name) || !isStarred() ? { module, name } : null;
  const from = fact.kind === 'from' ? importedModule(info, fact) : null;
  return from === null ? null : followed(project, from, fact.names[binding.sub].name, depth + 1);
}
