import type { ProjectMetadata } from '../../metadata/types';
import type { Operation } from '../data/operation';
import { requirements, undeclared } from './dynamic';
import { listAt, tableAt, type PyprojectEdits, type Table } from './types';

/** A build backend that calls another one and computes something from the repository that it finds itself in. */
interface Wrapper {
  backend: RegExp;
  /** What it and the wrapped one are required as. */
  requirements: RegExp;
  wrapped: { backend: string; requirement: string };
  message: string;
}

const WRAPPERS: readonly Wrapper[] = [
  {
    // https://docs.openstack.org/pbr/latest/user/history.html
    backend: /^pbr\./,
    requirements: /^(pbr|setuptools)\b/i,
    // The first that reads licenses as PEP 639 writes them, as pbr's own users do.
    wrapped: { backend: 'setuptools.build_meta', requirement: 'setuptools>=77' },
    message:
      'pbr built the package, by tags and requirements.txt; setuptools does now, and both are written down',
  },
  {
    // https://gitlab.com/WillDaSilva/flit_scm: it asks for tags also where the version is written down.
    backend: /^flit_scm\b/,
    requirements: /^(flit[-_]scm|flit[-_]core|setuptools[-_]scm)\b/i,
    wrapped: { backend: 'flit_core.buildapi', requirement: 'flit_core>=3.4,<4' },
    message: 'flit_scm built the package, by tags; flit_core does now, and the version is written down',
  },
];

/** Files for the environment, which the wrapped backend reads from its own table (https://setuptools.pypa.io/en/latest/userguide/pyproject_config.html). */
function dataFiles({ sharedData = {} }: ProjectMetadata, reason: string): Operation[] {
  const byFolder = new Map<string, string[]>();
  for (const [path, target] of Object.entries(sharedData)) {
    const folder = target.slice(0, Math.max(0, target.lastIndexOf('/')));
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), path]);
  }
  return [...byFolder].map(([folder, value]) => ({
    op: 'set',
    path: ['tool', 'setuptools', 'data-files', folder === '' ? '.' : folder],
    value,
    reason,
  }));
}

const NONE: PyprojectEdits = { operations: [], review: [] };

/**
 * A backend that wraps another one computes the version and the dependencies, from tags and from requirements.txt of a repository which is
 * another one now. Both are known: they are written down, and the wrapped one builds. Where no version is known nothing is changed.
 */
export function wrapperEdits(data: Table, metadata: ProjectMetadata): PyprojectEdits {
  const dynamic = listAt(data, 'project', 'dynamic');
  const backend = String(tableAt(data, 'build-system')['build-backend'] ?? '');
  const wrapper = WRAPPERS.find((one) => one.backend.test(backend));
  if (!wrapper || dynamic.includes('version') || !('name' in tableAt(data, 'project'))) return NONE;
  const { wrapped, message } = wrapper;
  const reason = 'what the backend computes is written down now';
  const requires = listAt(data, 'build-system', 'requires').map(String);
  const others = requires.filter((requirement) => !wrapper.requirements.test(requirement));
  return {
    operations: [
      { op: 'set', path: ['build-system', 'requires'], value: [wrapped.requirement, ...others], reason },
      { op: 'set', path: ['build-system', 'build-backend'], value: wrapped.backend, reason },
      ...(dynamic.includes('dependencies')
        ? [...undeclared(dynamic.map(String), ['dependencies'], reason), requirements(metadata, reason)]
        : []),
      ...(wrapped.backend.startsWith('setuptools') ? dataFiles(metadata, reason) : []),
    ],
    review: [{ path: 'pyproject.toml', line: 1, column: 1, rule: 'BACKEND_REPLACED', message }],
  };
}
