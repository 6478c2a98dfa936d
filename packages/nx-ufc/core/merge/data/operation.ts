import type { DataPath, DataValue } from './value';

/**
 * One change of a document, whatever its format: plain data, addressed by the full path of a key or item. Numbers are items
 * of arrays, or of TOML's arrays of tables.
 */
export type Operation =
  /** Replace the value of a key or item, or add the key; tables on the way are made. */
  | { op: 'set'; path: DataPath; value: DataValue; reason?: string }
  /** Add an item to the end of an array, unless it is there; makes the array when it is missing. */
  | { op: 'append'; path: DataPath; value: DataValue; reason?: string }
  /** Put an item before the one that the last number of the path names; at the end when it is the length. */
  | { op: 'insert'; path: DataPath; value: DataValue; reason?: string }
  /** Take out a key, a table with everything below it, or an item; nothing when it is not there. */
  | { op: 'remove'; path: DataPath; reason?: string }
  /** Give a key another name. */
  | { op: 'rename'; path: DataPath; name: string; reason?: string };

export type EditResult =
  | {
      ok: true;
      text: string;
      /** Operations that changed something. */
      applied: Operation[];
      /** Comments that stood inside of what was removed. */
      dropped: string[];
    }
  | { ok: false; conflict: string; operation: Operation };
