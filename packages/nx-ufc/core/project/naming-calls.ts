import { leafOf } from './module-name';
import { calleeLeaf, callsNamed } from './calls-named';
import type { CallFact, FileFacts } from '../python/facts/types';

/** Last parts of the names of functions that import the module which an argument names. */
const IMPORTERS = new Set([
  'import_module',
  'import_fresh_module',
  '__import__',
  'find_spec',
  'importorskip',
  'resolve_name',
  'run_module',
  'locate',
  'import_string',
  'import_item',
  'import_object',
  'import_class',
  'import_attr',
  'import_attribute',
  'import_from_string',
  'load_class',
  'load_object',
  'from_object',
  'find_modules',
  'DocTestSuite',
]);

/** Those that take the package which a relative name starts from. */
const RELATIVE = new Set(['import_module', 'find_spec', 'resolve_name']);

/**
 * Calls that replace what their first argument names: of mock, pytest, the fixtures of testtools (https://github.com/testing-cabal/fixtures) and
 * testfixtures (https://testfixtures.readthedocs.io/en/latest/mocking.html).
 */
export const PATCHER =
  /(^|\.)(patch|patch\.dict|multiple|setattr|delattr|patch_object|MockPatch|MockPatchMultiple|MonkeyPatch|stub_out|Replace)$|^replace$/;

/** Functions of a project's own that import. */
const MAY_IMPORT = /import|lazy/i;

const mayImport = (leaf: string) => IMPORTERS.has(leaf) || MAY_IMPORT.test(leaf);

const known = new WeakMap<FileFacts, readonly CallFact[]>();

/** Does a call import what its first argument names, by the look of the callee? */
export function isImporter(call: CallFact): boolean {
  return IMPORTERS.has(calleeLeaf(call)) || isGivenRelative(call);
}

/** Does it take the package too that a relative name starts from? */
export function isRelativeImporter(call: CallFact): boolean {
  return RELATIVE.has(calleeLeaf(call)) || isGivenRelative(call);
}

/** Is a function of the project's own, that imports by its name, given a relative one and its package: `lazy_import(".web", "pkg.display")`? */
function isGivenRelative(call: CallFact): boolean {
  if (!MAY_IMPORT.test(calleeLeaf(call))) return false;
  const [first, second] = call.arguments;
  const isText = (given: CallFact['arguments'][number] | undefined, pattern: RegExp) =>
    given?.value.kind === 'literal' && pattern.test(String(given.value.value));
  const anchor = call.arguments.find(({ keyword }) => keyword === 'package') ?? second;
  const isOwn = anchor?.value.kind === 'name' && /^__(package|name)__$/.test(anchor.value.name);
  return isText(first, /^\.+[A-Za-z_][\w.]*$/) && (isOwn || isText(anchor, /^[A-Za-z_][\w.]*$/));
}

/** Calls of a file that import what their first argument names. */
export function importCalls(facts: FileFacts): readonly CallFact[] {
  let calls = known.get(facts);
  if (!calls) known.set(facts, (calls = callsNamed(facts, mayImport).filter(isImporter)));
  return calls;
}

/** Last parts of the names of functions that read the metadata of a distribution. */
export const METADATA_READERS: ReadonlySet<string> = new Set([
  'version',
  'metadata',
  'distribution',
  'requires',
  'files',
  'require',
  'get_distribution',
]);
/** Also where it comes from a module of the project, which chooses between them by the version of Python. */
const MODULES = /(^|\.)(importlib[._]metadata|pkg_resources)\./;

/** A call that asks for the metadata of the distribution that its first argument names. */
export function asksMetadata(callee: string): boolean {
  return MODULES.test(callee) && METADATA_READERS.has(leafOf(callee));
}

const LOOKUPS =
  /^(entry_points|iter_entry_points|select|get_group_all|get_group_named|get_entry_info|get_entry_map|\w*ExtensionManager|\w*DriverManager)$/;

/** Calls of a file that look entry points up. */
export function entryPointLookups(facts: FileFacts): CallFact[] {
  return callsNamed(facts, (leaf) => LOOKUPS.test(leaf)).filter(isEntryPointLookup);
}

/** Does a call look entry points up: of importlib.metadata, pkg_resources, stevedore? */
export function isEntryPointLookup(call: CallFact): boolean {
  return LOOKUPS.test(calleeLeaf(call));
}
