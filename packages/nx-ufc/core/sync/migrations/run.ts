import type { CapabilityNames } from '../../blueprint/naming';
import type { BaselineLock } from '../types';
import type { BlueprintMigration, StagedCapability } from './types';

export interface MigratedCapability {
  lock: BaselineLock;
  /** Files that differ from what is on disk; null for one that goes. */
  files: Map<string, string | null>;
  /** Ids of the migrations that changed something, in their order. */
  ran: string[];
}

/** Run what lies between the version of a lock and a version, in the order of versions, each on what the one before left. */
export function runMigrations(
  lock: BaselineLock,
  to: string,
  names: CapabilityNames,
  migrations: readonly BlueprintMigration[],
  textOnDisk: (path: string) => string | null,
): MigratedCapability {
  const files = new Map<string, string | null>();
  const ran: string[] = [];
  let current = lock;
  for (const migration of pendingMigrations(lock, to, migrations)) {
    const text = (path: string) => (files.has(path) ? files.get(path)! : textOnDisk(path));
    const staged: StagedCapability = { names, lock: current, text };
    const changes = migration.migrate(staged);
    const changed = Object.entries(changes.files ?? {}).filter(([path, content]) => text(path) !== content);
    for (const [path, content] of changed) files.set(path, content);
    const isNewInput =
      changes.input !== undefined && JSON.stringify(changes.input) !== JSON.stringify(current.input);
    if (isNewInput) current = { ...current, input: changes.input };
    if (changed.length > 0 || isNewInput) ran.push(migration.id);
  }
  return { lock: current, files, ran };
}

/** The migrations of a lock's set after its version and up to another, the oldest first. */
function pendingMigrations(
  lock: BaselineLock,
  to: string,
  migrations: readonly BlueprintMigration[],
): BlueprintMigration[] {
  return migrations
    .filter(
      ({ set, since }) =>
        set === lock.template && compareVersions(lock.version, since) < 0 && compareVersions(since, to) <= 0,
    )
    .sort((a, b) => compareVersions(a.since, b.since));
}

/** Versions of template sets are three numbers. */
function compareVersions(a: string, b: string): number {
  const [x, y] = [a, b].map((version) => version.split('.').map(Number));
  return x[0] - y[0] || x[1] - y[1] || x[2] - y[2];
}
