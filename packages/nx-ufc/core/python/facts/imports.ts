import type { Alias, Import, ImportFrom } from '../ast';
import { bind } from './scopes';
import type { Extraction, Place } from './state';
import { placed } from './state';
import type { ImportFact, Span } from './types';

export function visitImport(x: Extraction, stmt: Import | ImportFrom, place: Place): void {
  const from = stmt.type === 'ImportFrom' ? stmt : null;
  const { line, column, span } = placed(x, stmt);
  const fact: ImportFact = {
    kind: from ? 'from' : 'import',
    module: from?.module ?? '',
    level: from?.level ?? 0,
    moduleSpan: from && { start: from.moduleStart, end: from.moduleEnd },
    names: stmt.names.map(({ name, asname, start, end, nameEnd }) => ({
      name,
      alias: asname,
      span: { start, end },
      nameSpan: { start, end: nameEnd },
    })),
    span,
    line,
    column,
    scope: place.run,
    scopeId: place.scopeId,
    guarded: place.guarded,
  };
  const index = x.facts.imports.push(fact) - 1;
  stmt.names.forEach((alias, sub) => {
    if (alias.name === '*') return;
    const root = from ? alias.name : alias.name.split('.', 1)[0];
    bind(x, place.scopeId, alias.asname ?? root, 'import', boundSpan(alias, root), index, sub);
  });
}

/** `import a.b` binds `a`. */
function boundSpan({ asnameStart, start, end }: Alias, root: string): Span {
  return asnameStart >= 0 ? { start: asnameStart, end } : { start, end: start + root.length };
}
