import type { CallFact, FileFacts } from '../python/facts/types';
import { calleeLeaf } from './string-references/kind';

/** Last parts of the names of functions that import the module which an argument names. */
const IMPORTERS = new Set([
  'import_module',
  'import_fresh_module',
  '__import__',
  'find_spec',
  'importorskip',
  'resolve_name',
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
]);

const known = new WeakMap<FileFacts, readonly CallFact[]>();

/** Calls of a file that import what their first argument names, by the look of the callee. */
export function importCalls(facts: FileFacts): readonly CallFact[] {
  let calls = known.get(facts);
  if (!calls) known.set(facts, (calls = facts.calls.filter((call) => IMPORTERS.has(calleeLeaf(call)))));
  return calls;
}
