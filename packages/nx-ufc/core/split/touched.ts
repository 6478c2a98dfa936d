import { calleeLeaf } from '../project/calls-named';
import { moduleNamed } from '../project/module-named';
import { importedModule, modulePrefixLength } from '../project/names';
import type { ModuleInfo, ProjectFacts } from '../project/types';
import type { CallFact, FileFacts, StringFact } from '../python/facts/types';
import { isPatcher } from '../rewrite/string-references/patch-target';

/**
 * What is done to a name of a module: `passed`, something of it is named (`"app.client.get"`); `patched`, a string that can follow its
 * readers names it as what is replaced; `fixed`, it is replaced or named otherwise, so its readers must stay.
 */
export type TouchKind = 'passed' | 'patched' | 'fixed';

/** `where` is the first place: `tests/test_app.py:12`. */
export interface Touch {
  kind: TouchKind;
  where: string;
}

/** Names of a module that others replace or name in strings. */
export type Touched = ReadonlyMap<string, Touch>;

const cache = new WeakMap<ProjectFacts, Map<string, Map<string, Touch>>>();
const ORDER: readonly TouchKind[] = ['passed', 'patched', 'fixed'];
const DOTTED = /^[A-Za-z_]\w*([.:][A-Za-z_]\w*)*$/;

/**
 * What code elsewhere does to the names of a module: `monkeypatch.setattr(app, "send", …)`, `app.send = …`, and strings such as
 * the target of `mock.patch("app.send")`. Whoever reads a fixed name has to go on reading it from that module.
 */
export function touchedNames(project: ProjectFacts, module: string): Touched {
  let found = cache.get(project);
  if (!found) cache.set(project, (found = collect(project)));
  return found.get(module) ?? new Map();
}

type Add = (module: string | null, name: string, kind: TouchKind, line: number) => void;

function collect(project: ProjectFacts): Map<string, Map<string, Touch>> {
  const found = new Map<string, Map<string, Touch>>();
  for (const [path, facts] of project.facts) {
    const info = project.modulesByPath.get(path)!;
    const add: Add = (module, name, kind, line) => {
      if (module === null) return;
      const names = found.get(module) ?? new Map<string, Touch>();
      const known = names.get(name);
      const where = known && known.kind === kind ? known.where : `${path}:${line}`;
      if (!known || ORDER.indexOf(known.kind) <= ORDER.indexOf(kind)) names.set(name, { kind, where });
      found.set(module, names);
    };
    facts.strings.forEach((string, at) => named(project, info, facts, string, at, add));
    replaced(project, info, facts, add);
  }
  fixWhatIsRead(project, found);
  return found;
}

/** What code reads from the module when it runs, not when it is imported, is replaced for it there. */
function fixWhatIsRead(project: ProjectFacts, found: ReadonlyMap<string, Map<string, Touch>>): void {
  if (![...found.values()].some((names) => [...names.values()].some(({ kind }) => kind === 'patched')))
    return;
  for (const [path, facts] of project.facts)
    for (const [module, name] of lateReads(project, project.modulesByPath.get(path)!, facts)) {
      const touch = found.get(module)?.get(name);
      if (touch?.kind === 'patched') found.get(module)!.set(name, { ...touch, kind: 'fixed' });
    }
}

function named(
  project: ProjectFacts,
  info: ModuleInfo,
  facts: FileFacts,
  string: StringFact,
  at: number,
  add: Add,
): void {
  if (string.bytes || string.role === 'docstring' || !DOTTED.test(string.value)) return;
  const parts = string.value.split(/[.:]/);
  const length = modulePrefixLength(project, parts);
  if (length === 0) return;
  const module = parts.slice(0, length).join('.');
  const call = string.role === 'argument' ? facts.calls[string.call] : undefined;
  const isTarget = call !== undefined && call.arguments[0]?.string === at && isPatcher(call);
  const replaces = isTarget && info.area === 'test' && parts.length === length + 1;
  const kind = parts.length > length + 1 ? 'passed' : replaces ? 'patched' : 'fixed';
  const names = isTarget && calleeLeaf(call) === 'multiple' ? keywordsOf(call) : [parts[length] ?? ''];
  for (const name of names) add(module, name, kind, string.line);
}

/** `patch.multiple(app, send=…, close=…)` replaces names by keyword. */
function keywordsOf({ arguments: args }: CallFact): string[] {
  return args.flatMap(({ keyword }) => keyword ?? []);
}

function replaced(project: ProjectFacts, info: ModuleInfo, facts: FileFacts, add: Add): void {
  for (const call of facts.calls) {
    const [object, name] = call.arguments;
    if (object?.value.kind !== 'name') continue;
    const names = calleeLeaf(call) === 'multiple' ? keywordsOf(call) : [];
    if (name?.value.kind === 'literal' && typeof name.value.value === 'string') names.push(name.value.value);
    if (names.length === 0) continue;
    const module = moduleNamed(project, info, facts, call.scopeId, object.value.name.split('.'));
    for (const one of names) add(module, one, 'fixed', call.line);
  }
  for (const { parts, context, scopeId, line } of facts.references) {
    if (context === 'load' || parts.length < 2) continue;
    add(
      moduleNamed(project, info, facts, scopeId, parts.slice(0, -1)),
      parts[parts.length - 1],
      'fixed',
      line,
    );
  }
}

/** Module and name of `app.send` anywhere, and of `from app import send` in a function. */
function lateReads(project: ProjectFacts, info: ModuleInfo, facts: FileFacts): [string, string][] {
  const imported = facts.imports.flatMap((fact) => {
    const module = fact.kind === 'from' && fact.scopeId !== 0 ? importedModule(info, fact) : null;
    return module === null ? [] : fact.names.map((item): [string, string] => [module, item.name]);
  });
  const read = facts.references.flatMap(({ parts, scopeId }) =>
    parts.slice(1).flatMap((name, i): [string, string][] => {
      const module = moduleNamed(project, info, facts, scopeId, parts.slice(0, i + 1));
      return module === null ? [] : [[module, name]];
    }),
  );
  return [...imported, ...read];
}
