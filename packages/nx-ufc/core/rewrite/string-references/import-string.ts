import type { StringReferenceKind } from './kind';
import { calleeLeaf } from './kind';

/** Functions whose first argument is the name of a module. */
const IMPORTERS = new Set([
  'import_module',
  '__import__',
  'import_string',
  'importorskip',
  'find_spec',
  'run_module',
  'get_data',
  'resource_filename',
  'resource_string',
  'resource_stream',
  'files',
  'open_text',
  'open_binary',
  'read_text',
  'read_binary',
  'is_resource',
  'contents',
  'as_file',
  'PackageLoader',
]);

/** `importlib.import_module("pkg.mod")`, `import_string`, `pkgutil.get_data`, `importlib.resources` … */
export const importString: StringReferenceKind = {
  id: 'import-string',
  match({ whole, call, position, moduleLength }) {
    if (!whole || !call || position !== 0 || moduleLength === 0 || !IMPORTERS.has(calleeLeaf(call)))
      return null;
    return `module name given to ${call.callee}()`;
  },
};
