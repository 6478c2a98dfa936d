import { definesName, isModule } from '../../project/names';
import type { ProjectFacts } from '../../project/types';
import type { StringFact } from '../../python/facts/types';
import type { RewriteContext } from '../context';

const cache = new WeakMap<ProjectFacts, ReadonlySet<string>>();

/**
 * Is the dotted path of a module what keys of settings begin with, too: `userdata["pkg.mod.option"]`? Users have such keys in files
 * that nobody here sees, so the beginning cannot follow the module.
 */
export function beginsKeys({ project }: RewriteContext, dotted: string): boolean {
  let scopes = cache.get(project);
  if (!scopes) cache.set(project, (scopes = scopesOf(project)));
  return scopes.has(dotted);
}

/** What stands before the last part of keys that name nothing which the module in front has. */
function scopesOf(project: ProjectFacts): ReadonlySet<string> {
  const found = new Set<string>();
  const roots = new Set(project.layout.roots.map((root) => root.name));
  for (const [path, { strings }] of project.facts) {
    const text = project.sources.get(path)!.text;
    for (const string of strings) {
      if (string.role === 'docstring' || string.role === 'argument') continue;
      if (!roots.has(string.value.slice(0, Math.max(0, string.value.indexOf('.'))))) continue;
      const [, module, name] = /^([A-Za-z_]\w*(?:\.\w+)+)\.([A-Za-z_]\w*)$/.exec(string.value) ?? [];
      if (name === undefined || !isModule(project, module) || !isKey(text, string)) continue;
      if (!isModule(project, string.value) && !definesName(project, module, name)) found.add(module);
    }
  }
  return found;
}

/** `x["…"]`, `{"…": 1}` */
function isKey(text: string, { span }: StringFact): boolean {
  const before = text.slice(Math.max(0, span.start - 40), span.start);
  const after = text.slice(span.end, span.end + 20);
  return /^\s*:/.test(after)
    ? /[{,]\s*$/.test(before)
    : /^\s*\]/.test(after) && /[\w)\]]\s*\[\s*$/.test(before);
}
