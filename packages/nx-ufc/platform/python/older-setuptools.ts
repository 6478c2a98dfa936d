import type { ProjectFacts } from '../../core/project/types';

/**
 * The range of setuptools that code asks for without saying it: 82 has no `pkg_resources` any more
 * (https://setuptools.pypa.io/en/latest/history.html). Null where nothing imports it, or can do without.
 */
export function olderSetuptools({ facts, modulesByPath }: ProjectFacts): string | null {
  const needsIt = [...facts].some(([path, { imports }]) => {
    const area = modulesByPath.get(path)?.area;
    return (
      (area === 'test' || area === 'shipped') &&
      imports.some(
        (fact) =>
          !fact.guarded &&
          [fact.module, ...(fact.kind === 'import' ? fact.names.map(({ name }) => name) : [])].some((name) =>
            /^pkg_resources(\.|$)/.test(name),
          ),
      )
    );
  });
  return needsIt ? 'setuptools<82' : null;
}
