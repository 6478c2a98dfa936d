import { isCompiled } from '../project/compiled-modules';
import { resolveImport } from '../project/resolve';
import type { Analysis } from '../project/analysis';

/** One import of what is neither in the tree, nor in the standard library, nor declared. */
export interface UnresolvedImport {
  path: string;
  line: number;
  /** As absolute name; a relative import that leads nowhere keeps its dots. */
  module: string;
}

/** What every type checker brings along, and nothing else has (https://typing.python.org/en/latest/guides/writing_stubs.html). */
const TYPE_CHECKERS = /^_typeshed(\.|$)/;

/**
 * Every import that nothing at hand answers: modules of a host that stayed behind, undeclared distributions, files that are
 * missing. One entry an `import` name or `from` statement, whatever its scope; tests and scripts included.
 */
export function unresolvedImports(analysis: Analysis): UnresolvedImport[] {
  const { project, metadata } = analysis;
  const main = metadata.dependencies.map((dependency) => dependency.name);
  const building = new Set([...main, ...metadata.buildRequirements]);
  const running = new Set(main);
  // The packages above one that was cut out of its host are names only.
  const isHost = (module: string) => project.layout.roots.some((root) => root.name.startsWith(`${module}.`));
  const found: UnresolvedImport[] = [];
  for (const [path, facts] of project.facts) {
    const info = project.modulesByPath.get(path)!;
    const declared = path === 'setup.py' ? building : running;
    for (const fact of facts.imports) {
      const items = fact.kind === 'from' ? fact.names.slice(0, 1) : fact.names;
      for (const item of items) {
        const target = resolveImport(project, info, fact, item, declared);
        const here =
          target.kind === 'internal'
            ? !isHost(target.module)
            : target.kind === 'stdlib' || target.kind === 'vendored';
        if (TYPE_CHECKERS.test(target.module)) continue;
        if (target.kind === 'missing' && isCompiled(analysis, target.module)) continue;
        if (here || (target.kind === 'external' && declared.has(target.distribution))) continue;
        found.push({ path, line: fact.line, module: target.module });
      }
    }
  }
  return found;
}
