import { removalSpans } from '../rewrite/from-import';
import type { ImportFact, ImportedName } from '../python/facts/types';
import type { Edit } from '../text/edits';
import { statementAt, type Anatomy } from './anatomy';
import type { Partition } from './partition';
import { lineStart } from '../text/lines';

/**
 * Edits that take out imports that only served definitions which left: nothing that stays reads them, and nobody takes them from
 * this module. The facade of a package keeps all of its names.
 * @param taken names that others take from the module
 */
export function unusedImportEdits(anatomy: Anatomy, parts: Partition, taken: ReadonlySet<string>): Edit[] {
  if (anatomy.info.isPackage || taken.has('*') || hasExamples(anatomy)) return [];
  const served = readBy(anatomy, parts, (part) => part !== null);
  const kept = readBy(anatomy, parts, (part) => part === null);
  for (const entry of anatomy.facts.dunderAll?.entries ?? []) kept.add(entry.name);
  const leaves = (name: string) => served.has(name) && !kept.has(name) && !taken.has(name);
  return anatomy.facts.imports.flatMap((fact) => {
    const at = statementAt(anatomy.statements, fact.span.start);
    if (fact.scopeId !== 0 || anatomy.statements[at]?.kind !== 'import' || !anatomy.statements[at].alone)
      return [];
    const removed = fact.names.filter(
      (item) => fact.module !== '__future__' && leaves(boundName(fact, item)),
    );
    if (removed.length === 0) return [];
    if (removed.length < fact.names.length)
      return removalSpans(anatomy.text, fact, new Set(removed)).map((span) => ({ ...span, text: '' }));
    const { span, block } = anatomy.statements[at];
    return [{ start: lineStart(anatomy.text, span.start), end: block.end, text: '' }];
  });
}

/** Examples in docstrings run with the names of their module. */
function hasExamples({ facts }: Anatomy): boolean {
  return facts.strings.some((string) => string.role === 'docstring' && string.value.includes('>>>'));
}

function boundName(fact: ImportFact, { name, alias }: ImportedName): string {
  return alias ?? (fact.kind === 'import' ? name.split('.')[0] : name);
}

function readBy({ reads }: Anatomy, parts: Partition, wanted: (part: string | null) => boolean): Set<string> {
  return new Set(reads.flatMap((names, at) => (wanted(parts[at]) ? [...names.keys()] : [])));
}
