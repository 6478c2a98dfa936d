import type { ReviewItem } from '../plan/types';
import { calleeLeaf } from '../project/calls-named';
import { packageListings } from '../project/listed-modules';
import { parentOf } from '../project/module-name';
import type { CallFact } from '../python/facts/types';
import { newNameOf, type RewriteContext } from './context';

/** Code that lists the modules right in a package, from which some went elsewhere: no edit brings them back together. */
export function listedPackages(context: RewriteContext): ReviewItem[] {
  const { info, mapping, project } = context;
  return packageListings(project, info).flatMap(({ call, package: name }) => {
    if (isRecursive(call)) return [];
    const inside = [...project.modules.keys()].filter((module) => parentOf(module) === name);
    const home = newNameOf(mapping, name);
    const gone = inside.filter((module) => parentOf(newNameOf(mapping, module)) !== home);
    if (gone.length === 0) return [];
    const message = `lists the modules of ${name}, from which ${gone.length} of ${inside.length} went elsewhere`;
    return [{ path: info.path, line: call.line, column: call.column, rule: 'FOLDER_LISTED', message }];
  });
}

/** Those that go through all packages below find them wherever they are. */
function isRecursive(call: CallFact): boolean {
  return (
    calleeLeaf(call) === 'walk_packages' || call.arguments.some(({ keyword }) => keyword === 'recursive')
  );
}
