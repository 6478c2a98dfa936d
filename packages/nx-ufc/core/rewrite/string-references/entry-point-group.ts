import type { StringReference } from './kind';
import { calleeLeaf } from './kind';

/** The functions that look entry points up, and the arguments that name a group. */
const LOOKUPS =
  /^(entry_points|iter_entry_points|select|get_group_all|get_group_named|get_entry_info|get_entry_map|\w*ExtensionManager|\w*DriverManager)$/;

/**
 * A group of entry points is often called like a module, but it is a name that other distributions know: it never changes.
 */
export function isEntryPointGroup({ call, position, string }: StringReference): boolean {
  if (!call || !LOOKUPS.test(calleeLeaf(call))) return false;
  return position === 0 || position === 1 || string.name === 'group' || string.name === 'namespace';
}
