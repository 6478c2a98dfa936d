import type { GeneratorCallback, NxJsonConfiguration, Tree } from '@nx/devkit';
import { readNxJson, updateNxJson } from '@nx/devkit';
import { defineGenerator } from '../lib/define-generator';

const PLUGIN = '@au/nx-ufc';
const SYNC = `${PLUGIN}:sync`;
/** State and output of the plugin that no repository should hold; `.ufc/baseline/` is committed. */
const IGNORED = ['.ufc/backups/', '.ufc/journal/', '.ufc/cache/', 'dist/', '__pycache__/', '*.egg-info/'];

/** `nx add @au/nx-ufc`, `nx g @au/nx-ufc:init`; a second run changes nothing. */
export async function initGenerator(tree: Tree): Promise<GeneratorCallback | void> {
  const nxJson: NxJsonConfiguration = readNxJson(tree) ?? {};
  const next = withSync(withPlugin(nxJson));
  if (next !== nxJson) updateNxJson(tree, next);
  const path = '.gitignore';
  const text = tree.exists(path) ? tree.read(path, 'utf8')! : '';
  const lines = new Set(text.split(/\r?\n/).map((line) => line.trim().replace(/^\//, '')));
  const missing = IGNORED.filter((line) => !lines.has(line) && !lines.has(line.replace(/\/$/, '')));
  if (missing.length > 0)
    tree.write(path, `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${missing.join('\n')}\n`);
}

function withPlugin(nxJson: NxJsonConfiguration): NxJsonConfiguration {
  const plugins = nxJson.plugins ?? [];
  if (plugins.some((entry) => (typeof entry === 'string' ? entry : entry.plugin) === PLUGIN)) return nxJson;
  return { ...nxJson, plugins: [...plugins, { plugin: PLUGIN, options: {} }] };
}

/** `nx sync` and `nx sync:check` look at capabilities too. */
function withSync(nxJson: NxJsonConfiguration): NxJsonConfiguration {
  const globalGenerators = nxJson.sync?.globalGenerators ?? [];
  if (globalGenerators.includes(SYNC)) return nxJson;
  return { ...nxJson, sync: { ...nxJson.sync, globalGenerators: [...globalGenerators, SYNC] } };
}

export default defineGenerator(initGenerator);
