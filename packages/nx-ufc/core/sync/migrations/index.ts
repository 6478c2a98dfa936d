import type { BlueprintMigration } from './types';

/**
 * What changes in a capability between versions of a template set that templates and renames alone cannot say: one file a
 * migration beside this one, and a line here. Every one must change nothing when it runs again.
 */
export const BLUEPRINT_MIGRATIONS: readonly BlueprintMigration[] = [];
