import type { Operation } from '../merge/data/operation';
import { listAt } from '../merge/pyproject/types';
import { relativeSegments } from '../rewrite/locations/targets';
import { matchesGlob } from '../text/glob';

/** Members of a workspace as uv, rye and hatch list them (https://docs.astral.sh/uv/concepts/projects/workspaces/). */
const MEMBERS = ['uv', 'rye', 'hatch'].map((tool) => ['tool', tool, 'workspace', 'members']);

/**
 * A project that was a member of a workspace by a pattern stays one: `{ workspace = true }` finds members alone.
 * @param folder of the pyproject.toml that lists them
 */
export function memberOperations(
  data: unknown,
  folder: string,
  places: { from: string; to: string },
): Operation[] {
  const prefix = folder === '' ? '' : `${folder}/`;
  if (!places.from.startsWith(prefix)) return [];
  const [before, now] = [places.from.slice(prefix.length), relativeSegments(folder, places.to).join('/')];
  return MEMBERS.flatMap((path): Operation[] => {
    const patterns = listAt(data, ...path).map((one) => String(one).replace(/^\.\/|\/$/g, ''));
    const holds = (name: string) => patterns.some((pattern) => matchesGlob(name, pattern));
    // A member that is named follows as every path does.
    if (patterns.includes(before) || !holds(before) || holds(now)) return [];
    return [{ op: 'append', path, value: now, reason: `${before} was a member` }];
  });
}
