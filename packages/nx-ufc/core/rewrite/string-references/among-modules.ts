import { definesName, isModule, modulePrefixLength } from '../../project/names';
import { offers } from '../../project/offers';
import type { ProjectFacts } from '../../project/types';
import type { StringReference } from './kind';

/**
 * `same("pkg.gone")`, where the file also says `same("pkg.mod.Name")` or `same("tests.models.User")`: what the function is given names modules,
 * so this one does, too, though the package has no such name.
 */
export function isAmongModules({ context, whole, call, position, at, path }: StringReference): boolean {
  const { facts, project } = context;
  if (!whole || !call || position < 0 || isModel(project, path.parts)) return false;
  return facts.calls.some(({ callee, arguments: given }) => {
    const literal = callee === call.callee ? given[position]?.string : undefined;
    if (literal === undefined || literal < 0 || literal === at) return false;
    const parts = facts.strings[literal].value.split('.');
    const length = modulePrefixLength(project, parts);
    const module = parts.slice(0, length).join('.');
    return length >= 2 && (parts.length === length || definesName(project, module, parts[length]));
  });
}

/** `"shop.Order"`: the label of an application of Django and the name of a model (https://docs.djangoproject.com/en/stable/ref/models/options/#label). */
function isModel(project: ProjectFacts, parts: readonly string[]): boolean {
  const models = `${parts[0]}.models`;
  return parts.length === 2 && isModule(project, models) && offers(project, models, parts[1]);
}
