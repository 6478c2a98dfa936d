import type { FileFacts, ImportedName, ImportFact } from '../../python/facts/types';
import { isModule, isSubmodule } from '../../project/names';
import type { ModuleInfo, ProjectFacts } from '../../project/types';
import { definitionOf, finding } from '../rule';
import type { Finding } from '../types';
import type { VerifyInput } from './types';
import { place } from './types';

/**
 * Imports that find their module and do not reach it: `import pkg.core.x as y`, or `pkg.core.x.f` behind `import pkg.core.x`, where
 * `pkg/__init__.py` binds `core` to something else than its submodule
 * (https://docs.python.org/3/reference/simple_stmts.html#import).
 */
export function hiddenImports(input: VerifyInput, info: ModuleInfo, facts: FileFacts): Finding[] {
  const { analysis } = input;
  return facts.imports
    .filter(({ kind, guarded }) => kind === 'import' && !guarded)
    .flatMap((fact) => fact.names.flatMap((item) => unreached(analysis.project, facts, fact, item)))
    .map(({ line, column, module, by, name }) => {
      const message = `"${module}" is out of reach: ${by} binds "${name}" to something else than its submodule. Write from ${module} import …`;
      return finding(
        analysis,
        definitionOf(analysis.blueprint, 'IMPORT_UNRESOLVED'),
        info.path,
        place(line, column, message),
      );
    });
}

interface Unreached {
  line: number;
  column: number;
  module: string;
  /** The file that hides it, and the name that it binds. */
  by: string;
  name: string;
}

function unreached(
  project: ProjectFacts,
  facts: FileFacts,
  fact: ImportFact,
  item: ImportedName,
): Unreached[] {
  const parts = item.name.split('.');
  const at = parts.findIndex(
    (name, i) => i > 0 && i < parts.length - 1 && isHidden(project, parts.slice(0, i).join('.'), name),
  );
  if (at < 0) return [];
  const module = parts.slice(0, at + 1).join('.');
  const by = project.modules.get(parts.slice(0, at).join('.'))!.path;
  const found = { module, by, name: parts[at] };
  if (item.alias !== null) return [{ ...found, line: fact.line, column: fact.column }];
  const way = `${parts.slice(0, at + 2).join('.')}.`;
  const use = facts.references.find((one) => `${one.parts.join('.')}.`.startsWith(way));
  return use ? [{ ...found, line: use.line, column: 1 }] : [];
}

function isHidden(project: ProjectFacts, packageName: string, name: string): boolean {
  return (
    project.modules.has(packageName) &&
    isModule(project, `${packageName}.${name}`) &&
    !isSubmodule(project, packageName, name)
  );
}
