import type { CapabilityNames } from '../blueprint/naming';
import { assembleMigrationPlan } from '../plan/assemble';
import type { MigrationInput } from '../plan/input';
import { proposeMap } from '../plan/propose';
import type { MigrationPlan } from '../plan/types';
import type { Analysis } from '../project/analysis';

/** What a migration by the proposed map will do, for tests. */
export function planOfProposal(
  analysis: Analysis,
  names: CapabilityNames,
  manifestTemplates: MigrationInput['manifestTemplates'],
): MigrationPlan {
  const hasPyproject = analysis.project.tree.files.some(({ path }) => path === 'pyproject.toml');
  return assembleMigrationPlan({
    analysis,
    map: proposeMap(analysis, { package: names.package, derivesMetadata: !hasPyproject }),
    names,
    domain: 'core',
    date: '2026-01-01',
    existing: new Set(),
    compatTemplates: null,
    manifestTemplates,
  });
}
