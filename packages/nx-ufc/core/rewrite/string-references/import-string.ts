import { givenParameter } from '../../project/given-parameter';
import { isArgumentFor, takesImported } from '../../project/package-arguments';
import type { StringReferenceKind } from './kind';
import { calleeLeaf } from './kind';

/** Functions whose first argument is the name of a module. */
const IMPORTERS = new Set([
  'import_module',
  'import_fresh_module',
  '__import__',
  'import_string',
  'importorskip',
  'find_spec',
  'resolve_name',
  'run_module',
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
  'DocTestSuite',
  'loadTestsFromName',
]);

/** `EntryPoint(name, value, group)` loads the module of its value (https://docs.python.org/3/library/importlib.metadata.html#entry-points). */
const ENTRY_POINT = 'EntryPoint';

/** Functions that take the package of a relative name too. */
const RELATIVE = new Set(['import_module', 'find_spec', 'resolve_name']);

/** `importlib.import_module("pkg.mod")`, `import_string`, `pkgutil.get_data`, `importlib.resources` … */
export const importString: StringReferenceKind = {
  id: 'import-string',
  inProgram: 'importing',
  match({ whole, call, position, moduleLength, string, at, context }) {
    if (!whole || moduleLength === 0) return null;
    const { project, facts, text } = context;
    const given = givenParameter(facts, text, string.span);
    if (given && takesImported(project, given)) return `name that is imported, for ${given.name}`;
    if (!call) return null;
    if (calleeLeaf(call) === ENTRY_POINT)
      return position === 1 || /^(value|module_name)$/.test(string.name ?? '')
        ? 'module of an entry point'
        : null;
    if (!IMPORTERS.has(calleeLeaf(call)))
      return isArgumentFor(takesImported, project, facts, call, at)
        ? `name that is imported, for ${call.callee}()`
        : null;
    const isAnchor = RELATIVE.has(calleeLeaf(call)) && (position === 1 || string.name === 'package');
    if (position !== 0 && !isAnchor) return null;
    return `module name given to ${call.callee}()`;
  },
};
