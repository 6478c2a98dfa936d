import { parse, stringify } from 'yaml';
import { UsageError } from '../errors';
import { schemaErrors } from '../schema/validate';
import type { MapEntry, MigrationMap } from './types';

export const MAP_NAME = 'MIGRATION_MAP.yaml';

const HEADER = `# Where every file of the package goes. Edit target, action, layer or role; a second run keeps your edits.
#   move     the file goes to target, its imports are rewritten
#   keep     the file keeps its place relative to the capability
#   exclude  the file is not carried along (needs a reason)
#   blocked  the file stops the migration until somebody decides
# review: true marks what the factory was not sure of.
# split lists definitions that could go to modules of their own; the capability generator does it when given --split.
# references: { off: [logger-name] } lists a kind of reference instead of following it; docs/references.md has them all.
`;

/** What people read first stands first, in every entry. */
const ORDER = [
  'source',
  'target',
  'action',
  'layer',
  'role',
  'reason',
  'confidence',
  'evidence',
  'complexity',
  'review',
  'split',
] as const satisfies readonly (keyof MapEntry)[];

/** MIGRATION_MAP.yaml as text. Each entry stands for itself: anchors are nothing to edit. */
export function writeMap(map: MigrationMap): string {
  const modules = map.modules.map((entry) => ({
    ...Object.fromEntries(ORDER.filter((key) => entry[key] !== undefined).map((key) => [key, entry[key]])),
    ...entry,
  }));
  return HEADER + stringify({ ...map, modules }, { lineWidth: 0, aliasDuplicateObjects: false });
}

/** Read a map. @throws UsageError that lists what is wrong with it */
export function readMap(text: string, path: string, schema: object): MigrationMap {
  let data: unknown;
  try {
    data = parse(text);
  } catch (error) {
    throw new UsageError(`${path}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
  }
  const errors = schemaErrors(schema, data);
  if (errors.length > 0)
    throw new UsageError(
      `${path} is no migration map:\n  ${errors.slice(0, 10).join('\n  ')}\nCorrect it, or delete it and run nx g @au/nx-ufc:map again.`,
    );
  return data as MigrationMap;
}

const DECISIONS = ['target', 'action', 'layer', 'role', 'reason'] as const;

/**
 * A new proposal with the decisions of a map that a person may have edited: what differs from the proposal stays as it
 * is. New files get their proposal, files that are gone lose their entry.
 */
export function mergeMap(previous: MigrationMap, proposed: MigrationMap): MigrationMap {
  const before = new Map(previous.modules.map((entry) => [entry.source, entry]));
  return {
    ...proposed,
    ...(previous.references ? { references: previous.references } : {}),
    modules: proposed.modules.map((entry) => keepDecisions(before.get(entry.source), entry)),
  };
}

function keepDecisions(previous: MapEntry | undefined, proposed: MapEntry): MapEntry {
  return previous ?? proposed;
}

/** Do two entries decide the same, whatever their reasons? */
export function sameDecision(a: MapEntry, b: MapEntry): boolean {
  return DECISIONS.every((key) => a[key] === b[key]);
}
