import { definesName, modulePrefixLength } from '../../project/names';
import type { StringReference } from './kind';

/**
 * `same("pkg.gone")`, where the file also says `same("pkg.mod.Name")` or `same("tests.models.User")`: what the function is given names modules,
 * so this one does, too, though the package has no such name.
 */
export function isAmongModules({ context, whole, call, position, at }: StringReference): boolean {
  if (!whole || !call || position < 0) return false;
  const { facts, project } = context;
  return facts.calls.some(({ callee, arguments: given }) => {
    const literal = callee === call.callee ? given[position]?.string : undefined;
    if (literal === undefined || literal < 0 || literal === at) return false;
    const parts = facts.strings[literal].value.split('.');
    const length = modulePrefixLength(project, parts);
    const module = parts.slice(0, length).join('.');
    return length >= 2 && (parts.length === length || definesName(project, module, parts[length]));
  });
}
