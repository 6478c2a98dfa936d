import type { GeneratorCallback, Tree } from '@nx/devkit';
import { UsageError } from '../../core/errors';
import { withMore } from '../../core/feature/extend-choices';
import { featureFiles, featureInits } from '../../core/feature/files';
import type { FeatureInterface } from '../../core/feature/names';
import {
  FEATURE_INTERFACES,
  featureNames,
  featureRouter,
  featureService,
  featureSetting,
} from '../../core/feature/names';
import { featureRegistrations } from '../../core/feature/registrations';
import type { CapabilityInput } from '../../core/manifest/capability-input';
import type { RenderedFile } from '../../core/templates/render';
import { shippedBlueprint } from '../../platform/blueprint';
import { changeInput } from '../lib/change-input';
import { commitTree } from '../lib/commit';
import { defineGenerator } from '../lib/define-generator';
import { inputOf, openLock } from '../lib/old-baseline';
import { recordBaseline } from '../lib/baseline';
import type { CapabilityContext } from '../lib/regenerate';
import { readCapability } from '../lib/regenerate';
import { registerInFiles } from './register-in-files';
import { declareFeature } from './declare-feature';
import type { FeatureOptions } from './schema';

/** `nx g @au/nx-ufc:feature NAME --project P`: a second run changes nothing, what a person changed since stays. */
export async function featureGenerator(
  tree: Tree,
  options: FeatureOptions,
): Promise<GeneratorCallback | void> {
  const context = readCapability(tree, options.project);
  const { names, folder, blueprint } = context;
  const feature = featureNames(options.name, names, blueprint);
  const interfaces = chosenInterfaces(context, options.interfaces);
  const source = shippedBlueprint();
  const lock =
    openLock(tree, names, source) ?? recordBaseline(tree, names, source, inputOf(tree, names, source));
  const recorded = lock.input as CapabilityInput;
  const service = featureService(feature, names);
  const isKnown = recorded.manifest.services.some(({ name }) => name === service.name);
  const own = featureFiles(feature, names, interfaces, source.templatesOf);
  const present = context.analysis.project.tree.files.map((file) => file.path);
  const made = missingFiles(own, present, isKnown, folder);
  const files = [...made, ...featureInits(made, present, names, blueprint)];
  for (const { path, content } of files) tree.write(`${folder}/${path}`, content);

  const registered = registerInFiles(tree, lock, featureRegistrations(feature, names, interfaces, blueprint));
  const manifest = withMore(recorded.manifest, {
    settings: [featureSetting(feature)],
    routers: interfaces.includes('api') ? [featureRouter(feature, names)] : [],
    services: [service],
    provides: [service.name],
  });
  const syncs = changeInput(tree, lock, { ...recorded, manifest }, source, registered.settled);
  const declared = declareFeature(tree, context, own, interfaces, service.name);
  process.stdout.write(
    [
      `${folder}: ${service.name}, interfaces ${interfaces.join(' and ') || 'none'}`,
      ...files.map(({ path }) => `  made      ${path}`),
      ...syncs.flatMap((sync) => sync.writes.map(({ path }) => `  updated   ${path}`)),
      ...registered.lines,
      ...declared,
      '',
    ].join('\n'),
  );
  return commitTree(tree, { command: `feature ${feature.name}`, project: names.project });
}

function missingFiles(
  own: readonly RenderedFile[],
  present: readonly string[],
  isKnown: boolean,
  folder: string,
): RenderedFile[] {
  const taken = own.filter(({ path }) => present.includes(path));
  if (taken.length > 0 && !isKnown)
    throw new UsageError(
      `${folder} has ${taken.map(({ path }) => path).join(', ')} already. Nothing is overwritten: choose another name for the feature.`,
    );
  return own.filter(({ path }) => !present.includes(path));
}

function chosenInterfaces(
  { names, blueprint, analysis }: CapabilityContext,
  given?: string,
): FeatureInterface[] {
  const wanted = given
    ?.split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  const unknown = wanted?.filter((name) => !FEATURE_INTERFACES.includes(name as FeatureInterface)) ?? [];
  if (unknown.length > 0)
    throw new UsageError(`--interfaces: ${unknown.join(', ')} is none of ${FEATURE_INTERFACES.join(', ')}.`);
  const root = `${blueprint.naming.sourceRoot}/${names.package}/interface`;
  const has = (name: string) =>
    analysis.project.tree.files.some(
      ({ path }) => path.startsWith(`${root}/${name}/`) && path.endsWith('.py'),
    );
  return FEATURE_INTERFACES.filter((name) => (wanted ? wanted.includes(name) : has(name)));
}

export default defineGenerator(featureGenerator);
