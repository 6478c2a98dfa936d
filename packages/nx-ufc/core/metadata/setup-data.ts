import type { SourceTree } from '../project/types';
import { filesMatching, isPlain } from './setup-globs';
import type { Value } from './setup-values';
import type { ProjectMetadata } from './types';

type DataFiles = Pick<ProjectMetadata, 'sharedData' | 'unknown'>;

/**
 * Files that setuptools installs below the folder of the environment (`share/man/man1`), as `data_files` of setup.py lists them: pairs of a
 * folder and its files (https://setuptools.pypa.io/en/latest/deprecated/distutils/setupscript.html#installing-additional-files).
 */
export function sharedDataOf(value: Value, file: string, tree: SourceTree): DataFiles {
  const pairs = Array.isArray(value) ? value : [];
  return collected(
    pairs.flatMap((pair): [string, string[]][] => {
      if (typeof pair === 'string') return [['', [pair]]];
      const [folder, files] = Array.isArray(pair) ? pair : [];
      if (typeof folder !== 'string' || !Array.isArray(files)) return [];
      return [[folder, files.filter((one) => typeof one === 'string')]];
    }),
    file,
    tree,
  );
}

/** The same of `[options.data_files]` in setup.cfg, whose files may be patterns. */
export function sharedDataOfSections(
  sections: readonly (readonly [folder: string, patterns: readonly string[]])[],
  file: string,
  tree: SourceTree,
): DataFiles {
  const pairs = sections.map(([folder, patterns]): [string, string[]] => [
    folder,
    patterns.flatMap((pattern) =>
      pattern.includes('*') && isPlain(pattern) ? filesMatching(tree, pattern) : [pattern],
    ),
  ]);
  return collected(pairs, file, tree);
}

/** What pyproject.toml stands for. */
const LEFT = /^(setup\.py|MANIFEST\.in|PKG-INFO)$/;

function collected(
  pairs: readonly (readonly [folder: string, files: readonly string[]])[],
  file: string,
  tree: SourceTree,
): DataFiles {
  const there = new Set(tree.files.map(({ path }) => path));
  const sharedData: Record<string, string> = {};
  const unknown: DataFiles['unknown'] = [];
  const isNotFor = (path: string, reason: string) =>
    void unknown.push({ key: 'data_files', file, reason: `${path} ${reason}` });
  for (const [folder, files] of pairs) {
    for (const given of files) {
      const path = given.replace(/^(\.\/)+/, '');
      const target = [folder.replace(/^(\.\/)+|\/+$|^\.$/g, ''), path.slice(path.lastIndexOf('/') + 1)]
        .filter((part) => part !== '')
        .join('/');
      if (/^([A-Za-z]:)?[\\/]|(^|\/)\.\.(\/|$)/.test(folder))
        isNotFor(path, `goes to ${folder}, out of the environment`);
      else if (!there.has(path)) isNotFor(path, 'is not there');
      else if (LEFT.test(path)) isNotFor(path, 'does not come along');
      else if ((sharedData[path] ?? target) !== target) isNotFor(path, `goes to ${folder} as well`);
      else sharedData[path] = target;
    }
  }
  return { sharedData, unknown };
}
