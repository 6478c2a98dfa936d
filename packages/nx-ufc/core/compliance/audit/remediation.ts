import { modulesByPlace } from './input';
import type { AuditInput } from './types';

/** Generators that make one part of the manifest layer each. */
const GENERATORS: [RegExp, string][] = [
  [/\/manifest\/plugin\.py$/, 'plugin'],
  [/\/manifest\/container\.py$/, 'container'],
  [/\/manifest\/config\.py$/, 'config'],
  [/^SERVICE_MANIFEST\.yaml/, 'manifest'],
];

/**
 * The way out of a missing part: code without layers becomes a capability as a whole, whatever it is called; a package on its way gets
 * the part by its generator, or all that is missing by being adopted; what only people know is written by them.
 * @param path of the missing part; left out for what is no file
 */
export function remediationOf(input: AuditInput, path = ''): string {
  if (!isOnItsWay(input)) return 'Run nx g @au/nx-ufc:capability with --source to make a capability of it.';
  const [, generator] = GENERATORS.find(([pattern]) => pattern.test(path)) ?? [];
  if (generator) return `Run nx g @au/nx-ufc:${generator}.`;
  if (/^(README|LICENSE|tests)\b/.test(path)) return `Write ${path.split(' ')[0]}.`;
  return 'Restore it, or run nx g @au/nx-ufc:capability with --adopt, which makes what is missing and overwrites nothing.';
}

function isOnItsWay(input: AuditInput): boolean {
  const { packagePattern } = input.analysis.blueprint.naming;
  const hasLayers = modulesByPlace(input).layered.length > 0 || input.has('SERVICE_MANIFEST.yaml');
  return hasLayers && new RegExp(packagePattern).test(input.name);
}
