import { parse as parseYaml } from 'yaml';
import { plainData } from '../../merge/toml/plain';
import { entryPointTables } from '../../merge/pyproject/metadata-style';
import { tableAt } from '../../merge/pyproject/types';
import { schemaErrors } from '../../schema/validate';
import { definitionOf, finding } from '../rule';
import { fillIn } from './structure';
import type { VerifyInput, VerifyRule } from './types';
import { place } from './types';

/** The contract of plugin and container, the one entry point, the service manifest. */
export const manifest: VerifyRule = {
  ids: ['PLUGIN_CONTRACT', 'ENTRY_POINT', 'SERVICE_MANIFEST'],
  check: (input) => [...pluginContract(input), ...entryPoint(input), ...serviceManifest(input)],
};

const PLUGIN_METHODS: Record<string, string[]> = {
  initialize: ['self', 'app', 'container', 'logger', 'observability', 'kwargs'],
  startup: ['self'],
  shutdown: ['self'],
};
const CONTAINER_METHODS = ['register', 'register_factory', 'resolve', 'is_registered'];

function pluginContract(input: VerifyInput) {
  const { analysis } = input;
  const { project, blueprint } = analysis;
  const definition = definitionOf(blueprint, 'PLUGIN_CONTRACT');
  const path = fillIn(input, '{package}/manifest/plugin.py');
  const facts = project.facts.get(path);
  if (!facts) return [];
  const say = (line: number, message: string, file = path) =>
    finding(analysis, definition, file, place(line, 1, message));
  const plugin = facts.classes.find(
    (candidate) => candidate.name.endsWith(blueprint.naming.pluginSuffix) && candidate.parentScope === 0,
  );
  const findings = [];
  if (!plugin) findings.push(say(1, `there is no class that ends in ${blueprint.naming.pluginSuffix}`));
  for (const [name, parameters] of Object.entries(plugin ? PLUGIN_METHODS : {})) {
    const method = plugin!.methods
      .map((index) => facts.functions[index])
      .find((candidate) => candidate.name === name);
    if (!method) findings.push(say(plugin!.defLine, `${plugin!.name} has no method ${name}`));
    else if (!method.async) findings.push(say(method.defLine, `${plugin!.name}.${name} is not async`));
    else if (method.parameters.map((parameter) => parameter.name).join() !== parameters.join())
      findings.push(
        say(
          method.defLine,
          `${plugin!.name}.${name} takes (${method.parameters.map((parameter) => parameter.name).join(', ')}), not (${parameters.join(', ')})`,
        ),
      );
  }
  for (const attribute of plugin ? ['provides', 'requires'] : []) {
    if (
      !facts.assignments.some(
        (assignment) =>
          assignment.target === `self.${attribute}` ||
          (assignment.target === attribute && assignment.class >= 0),
      )
    )
      findings.push(say(plugin!.defLine, `${plugin!.name} does not say what it ${attribute}`));
  }
  if (!facts.functions.some((candidate) => candidate.name === 'get_logger' && candidate.parentScope === 0))
    findings.push(say(1, 'the module has no function get_logger'));
  const container = project.facts.get(fillIn(input, '{package}/manifest/container.py'));
  const methods = new Set(
    container?.functions.filter((candidate) => candidate.class >= 0).map((candidate) => candidate.name),
  );
  if (container)
    findings.push(
      ...CONTAINER_METHODS.filter((name) => !methods.has(name)).map((name) =>
        say(1, `the container has no method ${name}`, container.path),
      ),
    );
  return findings;
}

function entryPoint(input: VerifyInput) {
  const { analysis } = input;
  const { blueprint, project } = analysis;
  const definition = definitionOf(blueprint, 'ENTRY_POINT');
  const text = input.text('pyproject.toml');
  if (text === null) return [];
  const data = plainData(text);
  const group = blueprint.naming.entryPointGroup;
  const { right, wrong } = entryPointTables(data);
  const say = (message: string) => finding(analysis, definition, 'pyproject.toml', place(1, 1, message));
  if (wrong.some((path) => Object.keys(tableAt(data, ...path, group)).length > 0))
    return [say(`${group} stands in a table that the build backend does not read`)];
  const value = tableAt(data, ...right, group)[input.project];
  if (typeof value !== 'string') return [say(`${group} has no entry "${input.project}"`)];
  const [module, attribute] = value.split(':');
  const info = project.modules.get(module);
  const defined =
    info && project.facts.get(info.path)?.classes.some((candidate) => candidate.name === attribute);
  return defined ? [] : [say(`the entry point ${value} has no target`)];
}

function serviceManifest(input: VerifyInput) {
  const { analysis } = input;
  const path = 'SERVICE_MANIFEST.yaml';
  const text = input.text(path);
  if (text === null) return [];
  const definition = definitionOf(analysis.blueprint, 'SERVICE_MANIFEST');
  const say = (message: string) => finding(analysis, definition, path, place(1, 1, message));
  let data: Record<string, unknown>;
  try {
    data = parseYaml(text) as Record<string, unknown>;
  } catch (error) {
    return [say(error instanceof Error ? error.message.split('\n')[0] : String(error))];
  }
  const errors = schemaErrors(input.manifestSchema, data).map(say);
  if (errors.length > 0) return errors;
  if (data.service_name !== input.package)
    errors.push(say(`service_name is "${String(data.service_name)}", the package ${input.package}`));
  if (!analysis.blueprint.domains.includes(String(data.domain)))
    errors.push(say(`"${String(data.domain)}" is no domain of the blueprint`));
  const { modules } = analysis.project;
  const listed = Object.values(data.structure as Record<string, unknown>)
    .filter(Array.isArray)
    .flat() as string[];
  errors.push(
    ...listed
      .filter((module) => !modules.has(module))
      .map((module) => say(`structure names ${module}, which is not there`)),
  );
  return errors;
}
