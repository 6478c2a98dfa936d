import { callsNamed } from '../project/calls-named';
import { normaliseName } from '../project/distributions';
import { asksMetadata, METADATA_READERS } from '../project/naming-calls';
import { givenText, ownValue } from '../project/own-value';
import type { PlannedEdit } from '../plan/types';
import { newNameOf, plannedEdit, type RewriteContext } from './context';

/**
 * `version(__name__)` of a module that had the name of its distribution, as the only module of one has: it is deeper in a package now, so the name of the
 * distribution is written out.
 */
export function ownDistribution(context: RewriteContext): PlannedEdit[] {
  const { facts, info, mapping } = context;
  const { from, to } = mapping.distribution;
  const gaveIt = (name: string | null) =>
    name !== null &&
    normaliseName(name) === from &&
    normaliseName(newNameOf(mapping, name)) !== normaliseName(to);
  if (info.area !== 'shipped' || !gaveIt(info.name)) return [];
  return callsNamed(facts, METADATA_READERS)
    .filter(({ callee, resolved }) => asksMetadata(resolved ?? callee))
    .flatMap(({ arguments: [first], line }) => {
      if (!first || !gaveIt(ownValue(info, givenText(facts, first.value)))) return [];
      const evidence = `distribution-name: ${info.name} had the name of its distribution`;
      return [plannedEdit(context, first.span, `"${to}"`, 'reference', evidence, line)];
    });
}
