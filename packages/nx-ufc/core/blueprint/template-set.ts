import { matchesGlob } from '../text/glob';
import type { Blueprint, Policy, TemplateSet } from './types';

/** A template set by its id. @throws when the blueprint does not have it */
export function templateSet(blueprint: Blueprint, id: string): TemplateSet {
  const found = blueprint.templates.find((set) => set.id === id);
  if (!found) throw new Error(`the blueprint ${blueprint.id} has no template set ${id}`);
  return found;
}

/** What sync may do with the files of a template; what no pattern matches is the factory's. */
export function policyOf(set: TemplateSet, template: string): Policy {
  return set.policies.find(({ match }) => matchesGlob(template, match))?.policy ?? 'managed';
}
