import type { PlannedEdit } from '../plan/types';
import type { Rewrite, RewriteContext } from './context';
import { keptNames } from './kept-names';
import { ownDistribution } from './own-distribution';
import { ownName } from './own-name';
import { ownPackage } from './own-package';
import { joined, switchable } from './proposal';

/** What a module does with the names of itself and of its package: those that others know stay, the others follow. */
export function ownNames(context: RewriteContext): Rewrite {
  const kept = keptNames(context);
  const isKept = ({ start, end }: PlannedEdit) => kept.some((one) => one.start <= start && end <= one.end);
  const edits = [...kept, ...ownPackage(context).filter((edit) => !isKept(edit))];
  return joined([
    switchable(context, 'own-package', edits),
    switchable(context, 'distribution-name', ownDistribution(context)),
    ownName(context, edits),
  ]);
}
