import { capabilityNames } from '../blueprint/naming';
import { templateSet } from '../blueprint/template-set';
import type { Blueprint } from '../blueprint/types';
import type { TemplatesOf } from '../templates/render';
import { syncedSet } from './synced-sets';

/**
 * A hash over everything that decides what the templates of a set say and how sync treats them: their texts, the policies,
 * and what the renderer makes of a sample. When it did not change, no capability has to be rendered.
 */
export function fingerprintOf(
  id: string,
  blueprint: Blueprint,
  templatesOf: TemplatesOf,
  hash: (text: string) => string,
): string {
  const set = templateSet(blueprint, id);
  const { render, sample } = syncedSet(id);
  const names = capabilityNames('sample', blueprint);
  const parts = [blueprint.id, set, set.sets.map(templatesOf)];
  return hash(JSON.stringify([...parts, render(names, blueprint, sample(names), templatesOf)]));
}
