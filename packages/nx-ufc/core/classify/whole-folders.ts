import { djangoAppFolderOf } from '../project/django-apps';
import { moduleNameOf } from '../project/module-name';
import { rootOf } from '../project/roots';
import type { ProjectFacts } from '../project/types';
import { vendoredFolderOf } from '../project/vendored';

/** A folder that moves as a whole, whatever its modules show. */
export interface WholeFolder {
  folder: string;
  /** The dotted name that it has as a package. */
  package: string;
  kind: 'django-app' | 'vendored';
}

/** The outermost folder that a file cannot leave; null when it may go by itself. */
export function wholeFolderOf(project: ProjectFacts, path: string): WholeFolder | null {
  const app = djangoAppFolderOf(project, path);
  const vendored = vendoredFolderOf(project, path);
  if (app === null && vendored === null) return null;
  const isApp = app !== null && (vendored === null || app.length <= vendored.length);
  const folder = isApp ? app : vendored!;
  const searchPath = rootOf(project.layout.roots, path)?.searchPath ?? '';
  return {
    folder,
    package: moduleNameOf(`${folder}/__init__.py`, searchPath),
    kind: isApp ? 'django-app' : 'vendored',
  };
}

export function wholeEvidence({ kind, package: name }: WholeFolder): string {
  return `the ${kind === 'vendored' ? 'vendored code' : 'Django app'} ${name} moves as a whole`;
}
