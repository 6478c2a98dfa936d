import type { Analysis } from '../project/analysis';
import { searchPathCalls } from '../project/search-path';
import type { FileFacts, ImportFact } from '../python/facts/types';
import { newSearchPath } from '../rewrite/locations/source-folder';
import type { MoveMapping } from '../rewrite/mapping';
import { indentationOf } from '../rewrite/context';
import { lineNumberAt, newlineAt } from '../text/lines';
import type { PlannedEdit } from './types';

/**
 * A setup.py that imports its own package, for the version say, found it in its folder, where a build runs it
 * (https://setuptools.pypa.io/en/latest/build_meta.html); now the folder of the package is told. One that changes `sys.path` itself follows as other scripts do.
 */
export function setupImports({ project }: Analysis, mapping: MoveMapping, path: string): PlannedEdit[] {
  const facts = path === 'setup.py' ? project.facts.get(path) : undefined;
  const folder = facts && searchPathCalls(facts).length === 0 ? newSearchPath(project, mapping) : null;
  const first = facts?.imports.find((one) => importsPackage(one, mapping.roots));
  const text = project.sources.get(path)?.text ?? '';
  const indentation = first ? indentationOf(text, first.span.start) : null;
  if (!facts || !first || folder === null || indentation === null) return [];
  const newline = newlineAt(text, first.span.start);
  const start = first.span.start;
  const sys = importsSys(facts, first) ? [] : ['import sys', ''];
  const added = [...sys, `sys.path.insert(0, "${folder}")`, ''];
  return [
    {
      start,
      end: start,
      text:
        added.map((line, i) => (i === 0 || line === '' ? line : indentation + line)).join(newline) +
        indentation,
      kind: 'config',
      line: lineNumberAt(text, start),
      before: '',
      evidence: `setup.py imports the package, which is in ${folder} now`,
    },
  ];
}

function importsPackage({ kind, level, module, names }: ImportFact, roots: Iterable<string>): boolean {
  const imported = kind === 'from' ? (level === 0 ? [module] : []) : names.map(({ name }) => name);
  return [...roots].some((root) => imported.some((name) => name === root || name.startsWith(`${root}.`)));
}

function importsSys({ imports }: FileFacts, before: ImportFact): boolean {
  return imports.some(
    ({ kind, names, scopeId, span }) =>
      kind === 'import' &&
      scopeId === 0 &&
      span.start < before.span.start &&
      names.some(({ name, alias }) => name === 'sys' && alias === null),
  );
}
