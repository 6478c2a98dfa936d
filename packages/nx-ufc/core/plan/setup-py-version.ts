import { callsNamed } from '../project/calls-named';
import type { Analysis } from '../project/analysis';
import type { PlannedEdit } from './types';

/** What asks version control (https://setuptools-scm.readthedocs.io/en/latest/usage/#programmatic-usage). */
const ASKS = new Set(['get_version']);
const ASKED = /^(setuptools_scm|vcs_versioning)\./;

/**
 * A setup.py that comes along may ask version control for the version itself. The tags that tell it belong to the repository that the package was in; the
 * version is written down in pyproject.toml, so it is here, too.
 */
export function setupPyVersion({ project, metadata }: Analysis, path: string): PlannedEdit[] {
  const facts = path === 'setup.py' ? project.facts.get(path) : undefined;
  const text = project.sources.get(path)?.text ?? '';
  if (!facts || metadata.version === null) return [];
  return callsNamed(facts, ASKS)
    .filter(({ resolved }) => ASKED.test(resolved ?? ''))
    .map(({ span: { start, end }, line }) => ({
      start,
      end,
      text: `"${metadata.version}"`,
      kind: 'config',
      line,
      before: text.slice(start, end),
      evidence: 'the version is written down',
    }));
}
