import { satisfies } from '@renovatebot/pep440';
import type { ProjectMetadata } from '../metadata/types';

const BEFORE = ['7.1.2', '8.0.4', '8.1.8'];
const SINCE = ['8.2.0', '8.3.1'];

/** Does click take `_command`, `_cmd`, `_group` and `_grp` off names? It does since 8.2; null when the requirement leaves it open. */
export function stripsSuffixes(metadata: ProjectMetadata): boolean | null {
  const specifiers = metadata.dependencies
    .filter(({ name, group }) => name === 'click' && group === 'main')
    .map(({ requirement }) => /^[\w.-]+(?:\[[^\]]*\])?\s*\(?([^;)]*)/.exec(requirement)?.[1].trim() ?? '');
  const admits = (versions: readonly string[]) =>
    versions.some((one) => specifiers.every((specifier) => specifier === '' || satisfies(one, specifier)));
  if (admits(BEFORE) && admits(SINCE)) return null;
  return admits(SINCE) ? true : admits(BEFORE) ? false : null;
}
