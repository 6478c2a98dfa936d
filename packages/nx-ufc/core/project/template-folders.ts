import type { ProjectFacts, SourceTree } from './types';

/** What cookiecutter, copier and Jinja fill in, in the name of a file or folder (https://cookiecutter.readthedocs.io/en/stable/tutorials/tutorial2.html). */
const MARK = /\{\{.*\}\}|\{%.*%\}|\[\[.*\]\]/;
/** Where several templates lie side by side, some without a name that is filled in. */
const TEMPLATES =
  /^_?(project|pipeline|app|code)?_?(templates?|skeletons?|scaffold(s|ing)?|boilerplates?|blueprints?)$/i;
/** What makes a module: `settings.py.tmpl`, `models.py-tpl`. */
const CODE = /\.py[-_.]?(t|tt|tpl|tmpl|template|j2|jinja2?|mako)$/;

/**
 * Folders that hold templates of projects, outermost first: a name in them is filled in, `templates/project/{{ name }}/main.py`, or they are called so and make modules. What a template holds is no part of the
 * package that ships it: its tests are none, and a file more would be in everything that is made of it.
 */
export function templateFolders(paths: readonly string[]): string[] {
  const found = new Set<string>();
  for (const path of paths) {
    const parts = path.split('/');
    const at = parts.findIndex((part) => MARK.test(part));
    const named = parts.slice(0, at < 0 ? -1 : at).findIndex((part) => TEMPLATES.test(part));
    const isCode = at < 0 && named >= 0 && CODE.test(path);
    if (at > 0 || isCode) found.add(parts.slice(0, named < 0 ? at : named + 1).join('/'));
  }
  return [...found].sort((a, b) => a.length - b.length);
}

const cache = new WeakMap<SourceTree, readonly string[]>();

/** The folder of templates inside of a package that a file lies in; null for other files. */
export function templateFolderOf({ tree, layout }: ProjectFacts, path: string): string | null {
  let known = cache.get(tree);
  if (!known) cache.set(tree, (known = templateFolders(tree.files.map((file) => file.path))));
  const folder = known.find((one) => path.startsWith(`${one}/`)) ?? null;
  const isBelowRoot = layout.roots.some(
    (root) => root.kind !== 'module' && folder?.startsWith(`${root.path}/`),
  );
  return isBelowRoot ? folder : null;
}
