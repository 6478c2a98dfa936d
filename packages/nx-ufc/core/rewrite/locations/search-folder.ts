import { isChildOf, searchPathCalls } from '../../project/search-path';
import { topLevelNames } from '../../project/search-folders';
import type { PlannedEdit } from '../../plan/types';
import { plannedEdit, type RewriteContext } from '../context';
import { KIND } from './outcomes';
import { targetsOf, type Targets } from './targets';

/**
 * Programs of the project that put the folder of a package on `sys.path` by its name, and import modules from it by their bare names
 * (`sys.path.insert(0, "./pkg")`, `from helpers import x`): the folder where those modules are now.
 */
export function searchFolderEdits(context: RewriteContext): PlannedEdit[] {
  const { facts, info, mapping, project, text } = context;
  if (info.area === 'shipped') return [];
  const targets = targetsOf(mapping, project);
  return searchPathCalls(facts).flatMap((call) => {
    const string = facts.strings[call.arguments.at(-1)?.string ?? -1];
    const [, start, folder] = /^((?:\.\/)?)([\w-][\w./-]*?)\/?$/.exec(string?.value ?? '') ?? [];
    if (!folder || folder.split('/').includes('..')) return [];
    const names = topLevelNames(facts).filter((name) => isChildOf(project, folder, name));
    const homes = new Set(names.map((name) => homeOf(targets, folder, name)));
    const [home] = homes;
    if (homes.size !== 1 || !home || home === folder) return [];
    const { span } = string!;
    const literal = text.slice(span.start, span.end);
    const after = literal.replace(string!.value, start + home);
    const evidence = `${KIND}: ${[...new Set(names)].join(', ')} of ${folder}, which is put on the path, is in ${home} now`;
    return [plannedEdit(context, span, after, 'reference', evidence)];
  });
}

/** The folder that a module or package has gone to; null when it has another name there. */
function homeOf(targets: Targets, folder: string, name: string): string | null {
  const path = [`${folder}/${name}.py`, `${folder}/${name}`].find(
    (one) => targets.isFile(one) || targets.isFolder(one),
  );
  const target = path === undefined ? null : targets.of(path);
  const ending = path?.slice(folder.length) ?? '';
  return target?.endsWith(ending) ? target.slice(0, -ending.length) : null;
}
