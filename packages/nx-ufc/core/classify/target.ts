import type { Blueprint } from '../blueprint/types';
import type { Classification } from '../inventory/types';

/**
 * Where a classified file goes, relative to the capability: layer, slot, then its hierarchy below the root package. A
 * first folder that is called like the slot or its layer is not repeated: `models/user.py` → `core/models/user.py`.
 * @param inner path of the file below its root package: `api/routes.py`
 * @param whole first folders that keep their name nevertheless
 */
export function targetOf(
  inner: string,
  classification: Classification,
  blueprint: Blueprint,
  packageRoot: string,
  whole: ReadonlySet<string> = new Set(),
): string {
  if (classification.layer === null) return `${packageRoot}/${inner}`;
  const role = blueprint.roles.find(
    (candidate) => candidate.id === classification.role && candidate.layer === classification.layer,
  );
  const slot = role?.slot ?? '';
  const parts = inner.split('/');
  if (parts.length > 1 && !whole.has(parts[0]) && isSlotName(parts[0], classification.layer, slot))
    parts.shift();
  return [packageRoot, classification.layer, ...(slot ? [slot] : []), ...parts].join('/');
}

function isSlotName(folder: string, layer: string, slot: string): boolean {
  return folder === slot || folder === layer || `${folder}s` === slot || folder === `${slot}s`;
}
