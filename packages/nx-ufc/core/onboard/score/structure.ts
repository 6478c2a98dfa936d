import { importCycles } from '../../project/import-graph';
import { share } from '../share';
import { shippedModules } from '../shipped';
import type { Term } from '../types';

/** Modules that stand in no import cycle. */
export const structure: Term = (analysis) => {
  const inCycles = new Set(importCycles(analysis.edges).flat());
  const modules = shippedModules(analysis);
  const free = modules.filter(({ info }) => !inCycles.has(info.name)).length;
  return share(free, modules.length, 'modules are in no import cycle');
};
