import type { AuditInput } from './types';

/** The way out of a missing part: legacy code becomes a capability as a whole, a capability gets its part back. */
export function remediationOf(component: string, { name, analysis }: AuditInput): string {
  const isCapability = new RegExp(analysis.blueprint.naming.packagePattern).test(name);
  if (!isCapability) return 'Run nx g @au/nx-ufc:capability with --source to make a capability of it.';
  return component === 'manifest' || component === 'required'
    ? 'Run the generator of the missing part, e.g. nx g @au/nx-ufc:plugin.'
    : 'Restore the missing files.';
}
