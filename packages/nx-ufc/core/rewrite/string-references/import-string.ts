import { calleeLeaf } from '../../project/calls-named';
import { isImporter, isRelativeImporter } from '../../project/naming-calls';
import { givenParameter } from '../../project/given-parameter';
import { isArgumentFor, takesImported } from '../../project/package-arguments';
import type { CallFact, FileFacts } from '../../python/facts/types';
import { isImportedInLoop } from './imported-in-loop';
import type { StringReferenceKind } from './kind';

/** Functions that read data of the package that their first argument names, or look for tests in it. */
const READERS = new Set([
  'get_data',
  'resource_filename',
  'resource_string',
  'resource_stream',
  'resource_exists',
  'resource_isdir',
  'resource_listdir',
  'files',
  'open_text',
  'open_binary',
  'read_text',
  'read_binary',
  'is_resource',
  'contents',
  'as_file',
  'PackageLoader',
  'loadTestsFromName',
]);

/** `EntryPoint(name, value, group)` loads the module of its value (https://docs.python.org/3/library/importlib.metadata.html#entry-points). */
const ENTRY_POINT = 'EntryPoint';

/** `importlib.import_module("pkg.mod")`, `import_string`, `pkgutil.get_data`, `importlib.resources`, griffe … */
export const importString: StringReferenceKind = {
  id: 'import-string',
  inProgram: 'importing',
  match(reference) {
    const { whole, call, position, moduleLength, string, at, context } = reference;
    if (!whole || moduleLength === 0) return null;
    const { project, facts, text } = context;
    const given = givenParameter(facts, text, string.span);
    if (given && takesImported(project, given)) return `name that is imported, for ${given.name}`;
    if (isImportedInLoop(reference)) return 'name that is imported in a loop';
    if (!call) return null;
    if (calleeLeaf(call) === ENTRY_POINT)
      return position === 1 || /^(value|module_name)$/.test(string.name ?? '')
        ? 'module of an entry point'
        : null;
    if (!isImporter(call) && !READERS.has(calleeLeaf(call)) && !isLoadOfGriffe(facts, call))
      return isArgumentFor(takesImported, project, facts, call, at)
        ? `name that is imported, for ${call.callee}()`
        : null;
    const isAnchor = isRelativeImporter(call) && (position === 1 || string.name === 'package');
    if (position !== 0 && !isAnchor) return null;
    return `module name given to ${call.callee}()`;
  },
};

/** `griffe.load("pkg")`, `GriffeLoader().load("pkg")`, also by a variable (https://mkdocstrings.github.io/griffe/guide/users/loading/). */
function isLoadOfGriffe({ assignments, calls }: FileFacts, { callee, resolved }: CallFact): boolean {
  if (/^griffe\.load(_git|_pypi)?$/.test(resolved ?? '')) return true;
  const [, loader] = /^([A-Za-z_]\w*)\.load$/.exec(callee) ?? [];
  return assignments.some(
    ({ target, value }) =>
      target === loader && value?.kind === 'call' && calleeLeaf(calls[value.call]) === 'GriffeLoader',
  );
}
