import { compilingArgument } from '../project/compiled-modules';
import type { ProjectFacts } from '../project/types';
import type { MigrationMap, ReviewItem } from './types';

/**
 * Modules that a setup.py compiles which the map leaves behind: nothing builds them until a person says how. Modules that import them and have
 * another way without them take that one.
 */
export function extensionModules(project: ProjectFacts, map: MigrationMap): ReviewItem[] {
  const isLeft = map.modules.some(({ source, target }) => source === 'setup.py' && target === null);
  const found = isLeft ? compilingArgument(project) : undefined;
  if (!found) return [];
  const message = `setup.py compiles modules (${found.name}), and does not come along: nothing builds them now`;
  return [{ path: 'setup.py', line: found.line, column: found.column, rule: 'EXTENSION_MODULES', message }];
}
