import { tableAt } from '../merge/pyproject/types';
import { plainData } from '../merge/toml/plain';

/** Labels of the address of a repository, normalised (https://packaging.python.org/en/latest/specifications/well-known-project-urls/). */
const LABELS = ['source', 'repository', 'sourcecode', 'github', 'code', 'repo', 'gitlab', 'vcs'];
/** A home page that is a repository. */
const FORGE = /^https?:\/\/(www\.)?(github\.com|gitlab\.com|codeberg\.org|bitbucket\.org)\/[^/]+\/[^/]+\/?$/;

/** Where a package is developed, as its pyproject.toml says it; empty when it does not. */
export function repositoryUrl(pyproject: string): string {
  const data = plainData(pyproject.replace(/^\uFEFF/, ''));
  const poetry = tableAt(data, 'tool', 'poetry');
  const urls = new Map<string, string>();
  for (const table of [poetry, tableAt(poetry, 'urls'), tableAt(data, 'project', 'urls')])
    for (const [label, url] of Object.entries(table))
      if (typeof url === 'string') urls.set(label.toLowerCase().replace(/[^a-z]/g, ''), url.trim());
  const labelled = LABELS.map((label) => urls.get(label)).find((url) => url !== undefined);
  return labelled ?? [...urls.values()].find((url) => FORGE.test(url)) ?? '';
}
