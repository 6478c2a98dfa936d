import type { Analysis } from '../../project/analysis';
import { isTestFile } from '../../project/layout';
import type { ModuleInfo } from '../../project/types';

/** Is a Python file among the tests what they read, not run? No test runner looks for it, and nothing imports it. */
export function isTestData({ edges }: Analysis, { area, name, path }: ModuleInfo): boolean {
  const file = path.slice(path.lastIndexOf('/') + 1);
  return (
    area === 'test' &&
    file !== '__init__.py' &&
    !isTestFile(file) &&
    !edges.some(({ from, to }) => to === name && from !== name)
  );
}
