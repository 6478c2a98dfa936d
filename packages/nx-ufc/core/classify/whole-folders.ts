import { alembicFolderOf } from '../project/alembic-folders';
import { describedFolderOf } from '../project/described-modules';
import { djangoAppFolderOf } from '../project/django-apps';
import { listedFolderOf } from '../project/listed-modules';
import { moduleNameOf } from '../project/module-name';
import { pluginFolderOf } from '../project/plugin-packages';
import { rootOf } from '../project/roots';
import { templateFolderOf } from '../project/template-folders';
import type { ProjectFacts } from '../project/types';
import { vendoredFolderOf } from '../project/vendored';

/** Kinds of folders that move as a whole, each with how a file finds its own and what it is called. */
const KINDS = {
  'django-app': { folderOf: djangoAppFolderOf, says: 'the Django app' },
  alembic: { folderOf: alembicFolderOf, says: 'the folder of Alembic' },
  vendored: { folderOf: vendoredFolderOf, says: 'the vendored code' },
  described: { folderOf: describedFolderOf, says: 'the folder of described modules' },
  listed: { folderOf: listedFolderOf, says: 'the folder of listed modules' },
  template: { folderOf: templateFolderOf, says: 'the folder of templates' },
  plugins: { folderOf: pluginFolderOf, says: 'the package of plugins' },
} as const;

/** A folder that moves as a whole, whatever its modules show. */
export interface WholeFolder {
  folder: string;
  /** The dotted name that it has as a package. */
  package: string;
  kind: keyof typeof KINDS;
}

/** The outermost folder that a file cannot leave; null when it may go by itself. */
export function wholeFolderOf(project: ProjectFacts, path: string): WholeFolder | null {
  const kinds = Object.keys(KINDS) as (keyof typeof KINDS)[];
  const found = kinds.flatMap((kind) => {
    const folder = KINDS[kind].folderOf(project, path);
    return folder === null ? [] : [{ kind, folder }];
  });
  const [outermost] = found.sort((a, b) => a.folder.length - b.folder.length);
  if (!outermost) return null;
  const searchPath = rootOf(project.layout.roots, path)?.searchPath ?? '';
  return { ...outermost, package: moduleNameOf(`${outermost.folder}/__init__.py`, searchPath) };
}

export function wholeEvidence({ kind, package: name }: WholeFolder): string {
  return `${KINDS[kind].says} ${name} moves as a whole`;
}
