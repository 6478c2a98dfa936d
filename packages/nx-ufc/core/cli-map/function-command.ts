import type { Place } from '../symbols/symbols';
import type { Cli, Function } from './types';

/** A command or group that a function is; nothing stands below it yet. */
export function functionCommand(
  framework: Cli['framework'],
  kind: Cli['kind'],
  node: Function,
  place: Place,
  says: Cli['says'],
): Cli {
  const callback = { node, place };
  return { framework, kind, node, place, callback, says, callbackSays: null, children: [], unknown: [] };
}
