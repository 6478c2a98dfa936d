import type { CapabilityNames } from '../blueprint/naming';
import type { ManifestChoices } from '../manifest/render';
import { settingsOf } from '../manifest/settings';
import type { Analysis } from '../project/analysis';
import type { MoveMapping } from '../rewrite/mapping';
import { routersOf } from './routers';

/** What the manifest layer of a capability says by its code: the settings that it reads, the routers that it offers. */
export function manifestChoices(
  analysis: Analysis,
  names: CapabilityNames,
  mapping: MoveMapping,
): ManifestChoices {
  return {
    settings: settingsOf(analysis.project, mapping),
    routers: routersOf(analysis, mapping),
    services: [],
    provides: [names.project],
    requires: [],
  };
}
