import type { CodeInventory } from '../types';
import type { InventoryView } from './types';

const FEW = 3;

/** A row a distribution: what is declared of it, and where it is used. */
export function dependencyRows({ dependencies }: CodeInventory): InventoryView['dependencies'] {
  const { declared, imported, missing, unused } = dependencies;
  const names = [...new Set([...declared.map((one) => one.name), ...imported.map((one) => one.name)])].sort();
  return names.map((name) => {
    const files = imported.find((one) => one.name === name)?.files ?? [];
    const own = declared.filter((one) => one.name === name);
    const state = missing.includes(name)
      ? 'used, not declared'
      : unused.includes(name)
        ? 'declared, not used'
        : own.length === 0
          ? 'used where it may be missing'
          : files.length === 0
            ? `declared for ${[...new Set(own.map((one) => one.group))].join(', ')}`
            : 'declared and used';
    return {
      name,
      state,
      requirement: [...new Set(own.map((one) => one.requirement))].join('; '),
      files: files.slice(0, FEW).join(', ') + (files.length > FEW ? ` and ${files.length - FEW} more` : ''),
    };
  });
}
