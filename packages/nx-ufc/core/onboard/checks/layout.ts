import { auditPackage } from '../../compliance/audit/audit';
import type { Check } from '../types';

/** There is something to migrate, and it is legacy code as a whole. */
export const layout: Check = ({ analysis }) => {
  const { kind, roots } = analysis.project.layout;
  const names = roots.map((root) => root.name).join(', ');
  if (roots.length > 1)
    return {
      status: 'warn',
      detail: `${roots.length} import packages in one folder: ${names}`,
      remediation: 'They become one capability; extract what should be one of its own first.',
    };
  const { state, verdict } = auditPackage(analysis);
  return state === 'half-migrated'
    ? {
        status: 'warn',
        detail: verdict,
        remediation: 'Read AUDIT_REPORT.md (nx run P:audit) before anything is moved.',
      }
    : { status: 'ok', detail: `${kind} layout, import package ${names}`, remediation: '' };
};
