import { auditMarkdown, auditPackage } from '../../core/compliance/audit/audit';
import { analyseTarget } from '../lib/analyse';
import type { GateResult, GateTarget } from '../lib/define-executor';
import { defineExecutor } from '../lib/define-executor';
import { writeReport } from '../lib/report';

export interface AuditOptions {
  strict?: boolean;
}

/** `nx run P:audit`: the six components. With `--strict` all six must be there. */
export function auditGate(target: GateTarget, options: AuditOptions): GateResult {
  const result = auditPackage(analyseTarget(target));
  writeReport(target, 'audit.json', { schema: 'ufc:audit:1', root: target.root, ...result });
  writeReport(target, 'AUDIT_REPORT.md', auditMarkdown(result, target.root));
  const marks = result.components
    .map((component) => `${component.present ? '✓' : component.partial ? '~' : '✗'} ${component.title}`)
    .join('   ');
  const worst = result.violations
    .filter((violation) => violation.severity === 'critical')
    .map((violation) => `  critical  ${violation.required}: ${violation.actual}`);
  const success = !options.strict || result.present === result.components.length;
  return {
    success,
    terminalOutput: `${target.root}: ${result.present}/${result.components.length} components, ${result.violations.length} violations\n  ${marks}\n${worst.join('\n')}${worst.length > 0 ? '\n' : ''}  dist/ufc/${target.root}/AUDIT_REPORT.md\n`,
  };
}

const executor = defineExecutor(auditGate);
export const batch = executor.batch;
export default executor.single;
