import { moduleNamed } from '../project/module-named';
import { modulePrefixLength } from '../project/names';
import type { ModuleInfo, ProjectFacts } from '../project/types';
import type { FileFacts } from '../python/facts/types';

/** Names of a module that others replace or name in strings, with where the first one does: `tests/test_app.py:12`. */
export type Touched = ReadonlyMap<string, string>;

const cache = new WeakMap<ProjectFacts, Map<string, Map<string, string>>>();

/**
 * What code elsewhere does to the names of a module: `monkeypatch.setattr(app, "send", …)`, `app.send = …`, and strings such as
 * the target of `mock.patch("app.send")`. Whoever reads such a name has to go on reading it from that module.
 */
export function touchedNames(project: ProjectFacts, module: string): Touched {
  let found = cache.get(project);
  if (!found) cache.set(project, (found = collect(project)));
  return found.get(module) ?? new Map();
}

function collect(project: ProjectFacts): Map<string, Map<string, string>> {
  const found = new Map<string, Map<string, string>>();
  const add = (module: string | null, name: string, path: string, line: number) => {
    if (module === null) return;
    const names = found.get(module) ?? new Map<string, string>();
    if (!names.has(name)) names.set(name, `${path}:${line}`);
    found.set(module, names);
  };
  for (const [path, facts] of project.facts) {
    const info = project.modulesByPath.get(path)!;
    for (const string of facts.strings) {
      if (
        string.bytes ||
        string.role === 'docstring' ||
        !/^[A-Za-z_]\w*([.:][A-Za-z_]\w*)*$/.test(string.value)
      )
        continue;
      const parts = string.value.split(/[.:]/);
      const length = modulePrefixLength(project, parts);
      if (length > 0) add(parts.slice(0, length).join('.'), parts[length] ?? '', path, string.line);
    }
    replaced(project, info, facts, (module, name, line) => add(module, name, path, line));
  }
  return found;
}

function replaced(
  project: ProjectFacts,
  info: ModuleInfo,
  facts: FileFacts,
  add: (module: string | null, name: string, line: number) => void,
): void {
  for (const call of facts.calls) {
    const [object, name] = call.arguments;
    if (object?.value.kind !== 'name' || name?.value.kind !== 'literal') continue;
    if (typeof name.value.value !== 'string') continue;
    add(
      moduleNamed(project, info, facts, call.scopeId, object.value.name.split('.')),
      name.value.value,
      call.line,
    );
  }
  for (const { parts, context, scopeId, line } of facts.references) {
    if (context === 'load' || parts.length < 2) continue;
    add(moduleNamed(project, info, facts, scopeId, parts.slice(0, -1)), parts[parts.length - 1], line);
  }
}
