import type { ProjectMetadata } from '../../metadata/types';
import type { Operation } from '../data/operation';
import { listAt, tableAt, type PyprojectEdits, type Table } from './types';

/** The first that reads licenses as PEP 639 writes them, as pbr's own users do. */
const SETUPTOOLS = 'setuptools>=77';
const NONE: PyprojectEdits = { operations: [], review: [] };

/**
 * pbr wraps setuptools and computes the version and the dependencies, from tags and from requirements.txt of the repository that it finds
 * itself in, which is another one now (https://docs.openstack.org/pbr/latest/user/history.html). Both are known: they are written down, and
 * setuptools builds. Where no version is known nothing is changed.
 */
export function pbrEdits(data: Table, metadata: ProjectMetadata): PyprojectEdits {
  const dynamic = listAt(data, 'project', 'dynamic');
  const backend = String(tableAt(data, 'build-system')['build-backend'] ?? '');
  if (!/^pbr\./.test(backend) || dynamic.includes('version')) return NONE;
  const reason = 'pbr computes what is written down now';
  const requires = listAt(data, 'build-system', 'requires').map(String);
  const others = requires.filter((requirement) => !/^(pbr|setuptools)\b/i.test(requirement));
  const operations: Operation[] = [
    { op: 'set', path: ['build-system', 'requires'], value: [SETUPTOOLS, ...others], reason },
    { op: 'set', path: ['build-system', 'build-backend'], value: 'setuptools.build_meta', reason },
  ];
  if (dynamic.includes('dependencies')) {
    const main = metadata.dependencies.filter(({ group }) => group === 'main');
    const path = ['project', 'dynamic'];
    operations.push(
      dynamic.length === 1
        ? { op: 'remove', path, reason }
        : { op: 'remove', path: [...path, dynamic.indexOf('dependencies')], reason },
      {
        op: 'set',
        path: ['project', 'dependencies'],
        value: main.map(({ requirement }) => requirement),
        reason,
      },
    );
  }
  const message =
    'pbr built the package, by tags and requirements.txt; setuptools does now, and both are written down';
  const review = [{ path: 'pyproject.toml', line: 1, column: 1, rule: 'BACKEND_REPLACED', message }];
  return 'name' in tableAt(data, 'project') ? { operations, review } : NONE;
}
