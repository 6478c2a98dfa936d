import type { Component, Layer } from '../../blueprint/types';
import { layerFolders } from './input';
import { remediationOf } from './remediation';
import type { AuditCheck, AuditInput, Violation } from './types';

/** What each of the six components asks for. */
export const missingParts: AuditCheck = (input) =>
  input.analysis.blueprint.components.flatMap((component) =>
    componentParts(input, component)
      .filter((part) => !part.there)
      .map((part): Violation => ({
        component: component.id,
        severity: severityOf(input, component),
        required: part.path,
        actual: 'missing',
        remediation: remediationOf(input, part.path),
      })),
  );

/** The paths that a component asks for; those of a layer count under any of the names that an audit accepts. */
export function componentParts(input: AuditInput, component: Component): { path: string; there: boolean }[] {
  const layer = input.analysis.blueprint.layers.find((candidate) => candidate.id === component.id);
  return component.requires.map(input.fill).map((path) => ({ path, there: isThere(input, layer, path) }));
}

function isThere(input: AuditInput, layer: Layer | undefined, path: string): boolean {
  const prefix = `${input.folder}/${layer?.id}/`;
  if (!layer || !path.startsWith(prefix)) return input.has(path);
  return layerFolders(input, layer).some((folder) => input.has(`${folder}/${path.slice(prefix.length)}`));
}

/** A component of which something is there weighs less than one that is missing as a whole. */
export function severityOf(input: AuditInput, component: Component): Component['severity'] {
  return componentParts(input, component).some((part) => part.there)
    ? component.partialSeverity
    : component.severity;
}
