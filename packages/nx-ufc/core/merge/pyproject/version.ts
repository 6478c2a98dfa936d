import type { Operation } from '../data/operation';
import { versionProviders } from './scikit-build';
import type { PyprojectEdits, Table } from './types';
import { listAt, tableAt } from './types';

const BY_TAGS =
  /^\s*(setuptools[-_]scm|flit[-_]scm|hatch-vcs|setuptools-git-versioning|versioningit|versioneer|dunamai|poetry-dynamic-versioning|pbr)\b/i;

/**
 * A version that is taken from tags of version control cannot be found in another repository. Where the released version is
 * known it is written down; the tool's own tables stay, so that it can be set up again, but for those that would be asked all the same.
 * @param isInFacade the `__init__` of the package assigns `__version__`
 */
export function versionEdits(data: Table, released: string | null, isInFacade = true): PyprojectEdits {
  const dynamic = listAt(data, 'project', 'dynamic');
  const source = readsTags(data)
    ? 'tags of version control'
    : readsModule(data) && !isInFacade
      ? 'a module that flit only finds beside the facade'
      : readsIncremental(data)
        ? 'a module that incremental only finds right in the package'
        : null;
  if (!dynamic.includes('version') || source === null) return { operations: [], review: [] };
  if (released === null)
    return {
      operations: [],
      review: [item(`the version comes from ${source}; see that it is still found`)],
    };
  const reason = `the version came from ${source}`;
  const left = dynamic.filter((key) => key !== 'version').map(String);
  const operations: Operation[] = [
    left.length === 0
      ? { op: 'remove', path: ['project', 'dynamic'], reason }
      : { op: 'remove', path: ['project', 'dynamic', dynamic.indexOf('version')], reason },
    { op: 'set', path: ['project', 'version'], value: released, reason },
    ...versionProviders(data),
    ...('incremental' in tableAt(data, 'tool')
      ? [{ op: 'remove' as const, path: ['tool', 'incremental'], reason }]
      : []),
  ];
  return {
    operations,
    review: [item(`${reason}; it is now the released one, ${released}`)],
  };
}

/** flit reads `__version__` of the package itself, or of a `_version` module right in it. */
function readsModule(data: Table): boolean {
  return /^flit/.test(String(tableAt(data, 'build-system')['build-backend'] ?? ''));
}

/** incremental reads `_version.py` of the package itself (https://pypi.org/project/incremental/). */
function readsIncremental(data: Table): boolean {
  return (
    'incremental' in tableAt(data, 'tool') ||
    tableAt(data, 'tool', 'hatch', 'version').source === 'incremental'
  );
}

function readsTags(data: Table): boolean {
  if (listAt(data, 'build-system', 'requires').some((requirement) => BY_TAGS.test(String(requirement))))
    return true;
  return (
    tableAt(data, 'tool', 'pdm', 'version').source === 'scm' ||
    tableAt(data, 'tool', 'hatch', 'version').source === 'vcs'
  );
}

function item(message: string) {
  return { path: 'pyproject.toml', line: 1, column: 1, rule: 'VERSION_WRITTEN_DOWN', message };
}
