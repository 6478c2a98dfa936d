import type { InstalledDistribution } from '../../core/onboard/types';
import type { Run } from '../process';

/** Reads metadata files only; nothing of a distribution is imported. */
const LIST = `
import importlib.metadata as metadata, json, sys
found = {}
for dist in metadata.distributions():
    name = dist.metadata["Name"]
    if not name:
        continue
    tops = (dist.read_text("top_level.txt") or "").split()
    for file in dist.files or ():
        first = file.parts[0]
        if first.endswith((".dist-info", ".egg-info", ".data")) or first == "..":
            continue
        if len(file.parts) > 1 or first.endswith(".py"):
            tops.append(first.removesuffix(".py"))
    found.setdefault(name, {"name": name, "version": dist.version, "modules": sorted(set(tops))})
json.dump(sorted(found.values(), key=lambda one: one["name"].lower()), sys.stdout)
`;

/** What is installed for the Python on PATH; null when there is none that answers. */
export async function installedDistributions(run: Run, cwd: string): Promise<InstalledDistribution[] | null> {
  for (const command of ['python3', 'python']) {
    const result = await run(command, ['-I', '-c', LIST], { cwd, timeoutMs: 60_000 });
    if (result.exitCode === 0) return JSON.parse(result.stdout) as InstalledDistribution[];
  }
  return null;
}
