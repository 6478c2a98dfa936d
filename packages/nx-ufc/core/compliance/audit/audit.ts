import type { Analysis } from '../../project/analysis';
import { componentParts } from './components';
import { AUDIT_CHECKS } from './index';
import { auditInput, modulesByPlace } from './input';
import type { AuditInput, AuditResult, AuditState, Violation } from './types';

/** Count the six components and list what is missing. A component with any violation is not there, at most a part of it. */
export function auditPackage(analysis: Analysis): AuditResult {
  const input = auditInput(analysis);
  const violations = AUDIT_CHECKS.flatMap((check) => check(input));
  const components = analysis.blueprint.components.map((component) => {
    const present = violations.every((violation) => violation.component !== component.id);
    const partial = !present && componentParts(input, component).some((part) => part.there);
    return { id: component.id, title: component.title, present, partial };
  });
  const present = components.filter((component) => component.present).length;
  const state = stateOf(input, components, violations);
  return {
    package: input.name,
    state,
    verdict: verdictOf(state, components, violations),
    components,
    present,
    violations,
  };
}

/** A package with code in a layer is on its way; it has arrived when all six are whole and nothing lies about. */
function stateOf(
  input: AuditInput,
  components: AuditResult['components'],
  violations: readonly Violation[],
): AuditState {
  if (modulesByPlace(input).layered.length === 0) return 'legacy';
  const clean = violations.every((violation) => violation.component !== 'structure');
  return components.every((component) => component.present) && clean ? 'capability' : 'half-migrated';
}

function verdictOf(
  state: AuditState,
  components: AuditResult['components'],
  violations: readonly Violation[],
): string {
  const named = (test: (component: AuditResult['components'][number]) => boolean) =>
    components.filter(test).map((component) => component.title.toLowerCase());
  const missing = named((component) => !component.present && !component.partial);
  const partly = named((component) => component.partial);
  const loose = violations.filter((violation) => violation.component === 'structure').length;
  if (state === 'legacy') return 'Legacy code: no layer of the standard holds any of it.';
  if (state === 'capability') {
    const rest = violations.length;
    return rest === 0
      ? 'A capability: all six components are there and nothing is missing.'
      : `A capability: all six components are there; ${rest} required ${rest === 1 ? 'file is' : 'files are'} missing.`;
  }
  const parts = [
    missing.length > 0 ? `missing: ${missing.join(', ')}` : '',
    partly.length > 0 ? `only in part: ${partly.join(', ')}` : '',
    loose > 0
      ? `${loose} ${loose === 1 ? 'finding' : 'findings'} of code outside of the layers or there twice`
      : '',
  ];
  return `Half migrated, not a capability. ${parts.filter(Boolean).join('; ')}.`;
}
