import { leafOf, parentOf } from '../project/module-name';
import type { ProjectFacts } from '../project/types';
import { closest } from '../text/closest';

/**
 * What a broken reference may have meant, where no module has what it names: the module or the name that is spelled almost so.
 * @param target dotted, as messages show it @param module what of it names a module
 */
export function nearOf(project: ProjectFacts, target: string, module: string): string | null {
  const modules = [...project.modules.values()]
    .filter(({ importable }) => importable)
    .map(({ name }) => name);
  if (!project.modules.has(module)) {
    const siblings = modules.filter((name) => parentOf(name) === parentOf(module));
    const leaf = closest(leafOf(module), siblings.map(leafOf));
    if (leaf !== null)
      return [parentOf(module), leaf].filter(Boolean).join('.') + target.slice(module.length);
    return closest(target, modules);
  }
  const bindings = project.facts.get(project.modules.get(module)!.path)?.scopes[0]?.bindings ?? {};
  const name = closest(target.slice(module.length + 1), Object.keys(bindings));
  return name === null ? null : `${module}.${name}`;
}
