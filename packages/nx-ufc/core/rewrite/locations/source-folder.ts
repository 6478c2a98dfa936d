import type { ProjectFacts } from '../../project/types';
import type { MoveMapping } from '../mapping';

/** The folder that packages are imported from now, where that was the project's before; else null. */
export function newSearchPath(project: ProjectFacts, mapping: MoveMapping): string | null {
  const { roots } = project.layout;
  return roots.some(({ searchPath }) => searchPath !== '') ? null : newSourceFolder(project, mapping);
}

/** The folder of the project that what moved is imported from now; null when nothing moved, or it is the project's own. */
export function newSourceFolder({ layout, modules }: ProjectFacts, mapping: MoveMapping): string | null {
  if (layout.roots.length === 0) return null;
  for (const [from, to] of mapping.modules) {
    const target = mapping.paths.get(modules.get(from)?.path ?? '');
    const at = from === to ? -1 : (target?.indexOf(`/${to.replaceAll('.', '/')}`) ?? -1);
    if (at > 0) return target!.slice(0, at);
  }
  return null;
}
