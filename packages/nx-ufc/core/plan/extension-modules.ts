import type { FileFacts } from '../python/facts/types';
import type { ProjectFacts } from '../project/types';
import type { MigrationMap, ReviewItem } from './types';

/** Arguments of `setup()` that modules are compiled by: setuptools, cffi, setuptools-rust, mypyc's and Cython's lists go to the first. */
const COMPILED = new Set(['ext_modules', 'cffi_modules', 'rust_extensions']);

/**
 * Modules that a setup.py compiles, which does not come along: nothing builds them until a person says how. Modules that import them and have
 * another way without them take that one.
 */
export function extensionModules({ facts }: ProjectFacts, map: MigrationMap): ReviewItem[] {
  const setup = facts.get('setup.py');
  const isLeft = map.modules.some(({ source, target }) => source === 'setup.py' && target === null);
  const found = setup && isLeft ? argumentAt(setup) : undefined;
  if (!found) return [];
  const message = `setup.py compiles modules (${found.name}), and does not come along: nothing builds them now`;
  return [{ path: 'setup.py', line: found.line, column: found.column, rule: 'EXTENSION_MODULES', message }];
}

/** `setup(ext_modules=…)`, or the same as a key of what `setup(**options)` is given. */
function argumentAt({
  calls,
  strings,
}: FileFacts): { name: string; line: number; column: number } | undefined {
  for (const { callee, arguments: given, line, column } of calls) {
    const name = given.find(({ keyword }) => COMPILED.has(keyword ?? ''))?.keyword;
    if (name && /(^|\.)(setup|dict|update)$/.test(callee)) return { name, line, column };
  }
  const key = strings.find(
    ({ value, role }) => COMPILED.has(value) && (role === 'key' || role === 'subscript'),
  );
  return key && { name: key.value, line: key.line, column: key.column };
}
