import type { Component, Severity } from '../../blueprint/types';
import type { Analysis } from '../../project/analysis';

/** One thing that the standard asks for and the package does not have. */
export interface Violation {
  component: string;
  severity: Severity;
  required: string;
  actual: string;
  remediation: string;
}

export interface AuditResult {
  package: string;
  components: { id: Component['id']; title: string; present: boolean; partial: boolean }[];
  present: number;
  violations: Violation[];
}

/** Count the six components and list what is missing. A part of a component never counts as the component. */
export function auditPackage(analysis: Analysis): AuditResult {
  const { project, blueprint, metadata } = analysis;
  const root = project.layout.roots[0];
  const name = root?.name ?? project.name;
  const folder = root?.path ?? `${blueprint.naming.sourceRoot}/${name}`;
  const fill = (path: string) => path.replaceAll('{package}', folder).replaceAll('{name}', name);
  const paths = project.tree.files.map((file) => file.path);
  const has = (path: string) =>
    paths.some((candidate) => candidate === path || candidate.startsWith(`${path}/`));
  const violations: Violation[] = [];
  const components = blueprint.components.map((component) => {
    const wanted = component.requires.map(fill);
    const missing = wanted.filter((path) => !satisfied(analysis, component, path, folder, has));
    const identity = component.id === 'identity' && !new RegExp(blueprint.naming.packagePattern).test(name);
    const present = missing.length === 0 && !identity;
    const partial = !present && missing.length < wanted.length + (identity ? 1 : 0);
    const severity = partial ? component.partialSeverity : component.severity;
    for (const path of missing)
      violations.push({
        component: component.id,
        severity,
        required: path,
        actual: 'missing',
        remediation: remediationOf(component.id, name),
      });
    if (identity)
      violations.push({
        component: component.id,
        severity,
        required: `an import package that matches ${blueprint.naming.packagePattern}`,
        actual: `"${name}", distribution "${metadata.name ?? 'unnamed'}"`,
        remediation: remediationOf(component.id, name),
      });
    return { id: component.id, title: component.title, present, partial };
  });
  for (const file of blueprint.required)
    if (!has(fill(file.path)))
      violations.push({
        component: 'required',
        severity: file.severity,
        required: fill(file.path),
        actual: 'missing',
        remediation: remediationOf('required', name),
      });
  violations.push(...halfMigrated(analysis, folder, has));
  return {
    package: name,
    components,
    present: components.filter((component) => component.present).length,
    violations,
  };
}

/** The interface layer may be called by another of its accepted names. */
function satisfied(
  analysis: Analysis,
  component: Component,
  path: string,
  folder: string,
  has: (path: string) => boolean,
): boolean {
  const layer = analysis.blueprint.layers.find((candidate) => candidate.id === component.id);
  const prefix = `${folder}/${component.id}/`;
  if (!layer || !path.startsWith(prefix)) return has(path);
  return layer.accepts.some((name) => has(`${folder}/${name}/${path.slice(prefix.length)}`));
}

/** Two names of one layer side by side, and modules that lie in a layer and at the root as well. */
function halfMigrated(analysis: Analysis, folder: string, has: (path: string) => boolean): Violation[] {
  const { blueprint, project } = analysis;
  const twice = blueprint.layers
    .filter((layer) => layer.accepts.filter((name) => has(`${folder}/${name}`)).length > 1)
    .map((layer): Violation => ({
      component: layer.id,
      severity: 'high',
      required: `one folder for the layer ${layer.id}`,
      actual: layer.accepts.map((name) => `${folder}/${name}`).join(' and '),
      remediation: `Move everything to ${folder}/${layer.id}.`,
    }));
  const atRoot = project.tree.files
    .map((file) => file.path)
    .filter(
      (path) =>
        path.startsWith(`${folder}/`) &&
        !path.slice(folder.length + 1).includes('/') &&
        path.endsWith('.py') &&
        !/__(init|main)__\.py$/.test(path),
    );
  const layered = project.tree.files
    .map((file) => file.path)
    .filter((path) =>
      blueprint.layers.some((layer) => layer.accepts.some((name) => path.startsWith(`${folder}/${name}/`))),
    );
  const duplicates = atRoot.flatMap((path) => {
    const name = path.slice(path.lastIndexOf('/'));
    const copy = layered.find((candidate) => candidate.endsWith(name));
    return copy
      ? [
          {
            component: 'core',
            severity: 'medium' as const,
            required: 'every module once',
            actual: `${path} and ${copy}`,
            remediation: 'Delete the one that nothing imports.',
          },
        ]
      : [];
  });
  return [...twice, ...duplicates];
}

function remediationOf(component: string, name: string): string {
  const isCapability = component !== 'identity' && name.includes('_sys_');
  if (!isCapability) return `Run nx g @au/nx-ufc:capability with --source to make a capability of it.`;
  return component === 'manifest' || component === 'required'
    ? 'Run the generator of the missing part, e.g. nx g @au/nx-ufc:plugin.'
    : 'Restore the missing files.';
}

/** AUDIT_REPORT.md. */
export function auditMarkdown(result: AuditResult, root: string): string {
  const rows = result.components.map(
    (component) =>
      `| ${component.title} | ${component.present ? 'yes' : component.partial ? 'partly' : 'no'} |`,
  );
  const violations = result.violations.map(
    (violation) =>
      `| ${violation.severity} | ${violation.component} | ${violation.required} | ${violation.actual} | ${violation.remediation} |`,
  );
  return [
    `# Audit of ${root}`,
    '',
    `${result.present} of ${result.components.length} components of the standard, ${result.violations.length} violations.`,
    '',
    '| component | there |',
    '| --- | --- |',
    ...rows,
    '',
    ...(violations.length > 0
      ? [
          '| severity | component | required | actual | remediation |',
          '| --- | --- | --- | --- | --- |',
          ...violations,
          '',
        ]
      : []),
  ].join('\n');
}
