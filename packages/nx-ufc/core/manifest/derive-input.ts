import type { CapabilityNames } from '../blueprint/naming';
import { manifestChoices } from '../plan/manifest-choices';
import type { Analysis } from '../project/analysis';
import type { CapabilityInput, GreenfieldChoices } from './capability-input';
import type { Interface } from './greenfield';
import { greenfieldInput } from './greenfield';
import type { ManifestChoices } from './render';

/** One file of each interface of a new capability. */
const INTERFACE_FILES: Record<Interface, string> = {
  api: 'interface/api/router.py',
  cli: 'interface/cli/main.py',
  web: 'interface/web/pages.py',
  mcp: 'interface/mcp/server.py',
};

/** What the templates of a capability were rendered with, as far as its files show; for one that has no lock. */
export function deriveInput(
  analysis: Analysis,
  names: CapabilityNames,
  serviceManifest: Record<string, unknown>,
): CapabilityInput {
  const origin = serviceManifest.source as { extraction_method?: string } | undefined;
  if (origin?.extraction_method !== 'greenfield')
    return { manifest: choicesOfCode(analysis, names), greenfield: null, compat: null };
  const { blueprint, project, metadata } = analysis;
  const paths = new Set(project.tree.files.map((file) => file.path));
  const root = `${blueprint.naming.sourceRoot}/${names.package}`;
  const choices: GreenfieldChoices = {
    domain: String(serviceManifest.domain ?? 'core'),
    description: String(serviceManifest.description ?? metadata.description ?? ''),
    interfaces: (Object.keys(INTERFACE_FILES) as Interface[]).filter((name) =>
      paths.has(`${root}/${INTERFACE_FILES[name]}`),
    ),
    packageManager: metadata.backend.startsWith('poetry') ? 'poetry' : 'uv',
  };
  return greenfieldInput(names, choices);
}

/** What the code of a capability asks of its manifest layer, what the factory wrote left out. */
export function choicesOfCode(analysis: Analysis, names: CapabilityNames): ManifestChoices {
  const own = [...analysis.project.facts].filter(
    ([path]) => !path.includes('/manifest/') && !path.includes('/validation/'),
  );
  return manifestChoices({ ...analysis, project: { ...analysis.project, facts: new Map(own) } }, names, {
    modules: new Map(),
    paths: new Map(),
    roots: new Set(),
    distribution: { from: '', to: '' },
  });
}

/** The recorded choices and what the code asks for since; nothing is taken away, its words stay. */
export function extendedChoices(recorded: ManifestChoices, code: ManifestChoices): ManifestChoices {
  const settings = new Set(recorded.settings.map((setting) => setting.env));
  const routers = new Set(recorded.routers.map((router) => `${router.module}:${router.attribute}`));
  return {
    ...recorded,
    settings: [...recorded.settings, ...code.settings.filter((setting) => !settings.has(setting.env))],
    routers: [
      ...recorded.routers,
      ...code.routers.filter((router) => !routers.has(`${router.module}:${router.attribute}`)),
    ],
  };
}
