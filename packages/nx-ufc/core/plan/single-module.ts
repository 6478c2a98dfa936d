import { inImportOrder } from '../manifest/import-order';
import { normaliseName } from '../project/distributions';
import { alwaysBoundNames } from '../python/always-bound';
import type { BindingFact, FileFacts } from '../python/facts/types';
import type { Analysis } from '../project/analysis';
import type { MoveMapping } from '../rewrite/mapping';
import type { RenderedFile } from '../templates/render';

/**
 * The facade of a package that was one module (`six.py`): it offers the module's public names, those of `__all__` or all
 * that do not begin with an underscore and are certainly there. With a package at the root there is a facade already. Of several modules, each
 * was imported by itself: only the one that is called like the project is what others know it by.
 */
export function facadeOfSingleModule(
  { project }: Analysis,
  mapping: MoveMapping,
  packageRoot: string,
): RenderedFile[] {
  if (project.layout.roots.some((root) => root.kind === 'package')) return [];
  const lines: string[] = [];
  const exported: string[] = [];
  const { roots } = project.layout;
  const isMain = ({ name }: { name: string }) => normaliseName(name) === normaliseName(project.name);
  for (const root of roots.length === 1 ? roots : roots.filter(isMain)) {
    const facts = project.facts.get(root.path);
    const target = mapping.modules.get(root.name);
    if (!facts || !target) continue;
    const bound = alwaysBoundNames(project.sources.get(root.path)!.text);
    const names = inImportOrder(
      facts.dunderAll?.entries.map((entry) => entry.name) ??
        [...bound].filter((name) => !name.startsWith('_') && isOwn(facts, name)),
    );
    const all = inImportOrder(new Set([...(bound.has('__version__') ? ['__version__'] : []), ...names]));
    if (all.length === 0) continue;
    const relative = `.${target.slice(target.indexOf('.') + 1)}`;
    // A version that no list offers is there all the same, which linters take for an oversight.
    const note = (name: string) => (names.includes(name) ? '' : '  # noqa: F401');
    lines.push(`from ${relative} import (\n${all.map((name) => `    ${name},${note(name)}\n`).join('')})`);
    exported.push(...names);
  }
  lines.sort();
  const list = exported.map((name) => `    "${name}",\n`).join('');
  const content = `"""The public names of ${project.name}."""\n\n${lines.join('\n')}${lines.length > 0 ? '\n\n' : ''}__all__ = [\n${list}]\n`;
  return [
    {
      path: `${packageRoot}/__init__.py`,
      content: exported.length > 0 ? content : `"""The package of ${project.name}."""\n`,
    },
  ];
}

/** Defined here, not imported from elsewhere; a library that may be missing (`requests = None`) is none of its own. */
function isOwn({ scopes, imports }: FileFacts, name: string): boolean {
  const bindings = scopes[0].bindings[name];
  const isLibrary = ({ kind, index }: BindingFact) => kind === 'import' && imports[index].kind === 'import';
  return bindings.some(({ kind }) => kind !== 'import') && !bindings.some(isLibrary);
}
