import { djangoAppOf } from './django-apps';
import type { ImportRoot, ProjectFacts } from './types';

/**
 * The import package that becomes the package of the capability; null when each keeps its name below a layer, as the apps of Django must
 * and as the parts of a service do.
 */
export function ownRoot(project: ProjectFacts): ImportRoot | null {
  const { roots, isParts = false } = project.layout;
  return isParts || roots.some(({ name }) => djangoAppOf(project, name) === name) ? null : (roots[0] ?? null);
}
