import type { Tree } from '@nx/devkit';
import { serviceManifestOperations } from '../../core/feature/service-manifest';
import { requirementsOf } from '../../core/manifest/requirements';
import type { Operation } from '../../core/merge/data/operation';
import { EDITORS, type StructuredFormat } from '../../core/merge/formats';
import { planNeeds } from '../../core/merge/pyproject/needs';
import { plainData } from '../../core/merge/toml/plain';
import { requirementName } from '../../core/metadata/requirement';
import type { RenderedFile } from '../../core/templates/render';
import type { CapabilityContext } from '../lib/regenerate';

/** Name a feature and what it newly needs in pyproject.toml and SERVICE_MANIFEST.yaml. @returns lines for people */
export function declareFeature(
  tree: Tree,
  { names, folder, blueprint, analysis }: CapabilityContext,
  files: readonly RenderedFile[],
  interfaces: readonly string[],
  provided: string,
): string[] {
  const declared = new Set(analysis.metadata.dependencies.map((dependency) => dependency.name));
  const needed = requirementsOf(blueprint, interfaces).runtime.filter(
    (requirement) => !declared.has(requirementName(requirement)!),
  );
  const prefix = `${blueprint.naming.sourceRoot}/`;
  const modules = files
    .filter(({ path }) => path.startsWith(prefix) && path.endsWith('.py'))
    .map(({ path }) => path.slice(prefix.length, -3).replaceAll('/', '.'));
  const pyproject = tree.read(`${folder}/pyproject.toml`, 'utf8') ?? '';
  return [
    ...edit(
      tree,
      `${folder}/pyproject.toml`,
      'toml',
      planNeeds(plainData(pyproject), needed, 'keep').operations,
    ),
    ...edit(
      tree,
      `${folder}/SERVICE_MANIFEST.yaml`,
      'yaml',
      serviceManifestOperations(names, modules, provided, needed),
    ),
  ];
}

function edit(
  tree: Tree,
  path: string,
  format: StructuredFormat,
  operations: readonly Operation[],
): string[] {
  const text = tree.read(path, 'utf8');
  if (text === null || operations.length === 0) return [];
  const result = EDITORS[format].edit(text, operations);
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (!result.ok) return [`  yours     ${name}: ${result.conflict}; it was left as it is`];
  if (result.applied.length === 0) return [];
  tree.write(path, result.text);
  return [`  edited    ${name}`];
}
