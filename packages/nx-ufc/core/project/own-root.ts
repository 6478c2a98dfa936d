import { djangoAppOf } from './django-apps';
import type { ImportRoot, ProjectFacts } from './types';

/**
 * The import package that becomes the package of the capability; null when each keeps its name below a layer, as the apps of Django must.
 */
export function ownRoot(project: ProjectFacts): ImportRoot | null {
  const { roots } = project.layout;
  return roots.some(({ name }) => djangoAppOf(project, name) === name) ? null : (roots[0] ?? null);
}
