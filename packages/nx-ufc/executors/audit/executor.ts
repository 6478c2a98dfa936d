import { auditPackage } from '../../core/compliance/audit/audit';
import { auditMarkdown } from '../../core/compliance/audit/markdown';
import type { AuditResult } from '../../core/compliance/audit/types';
import { analyseTarget } from '../lib/analyse';
import type { GateResult, GateTarget } from '../lib/define-executor';
import { defineExecutor } from '../lib/define-executor';
import { writeReport } from '../lib/report';

export interface AuditOptions {
  strict?: boolean;
}

/** `nx run P:audit`: the six components. With `--strict` all six must be there, and nothing of the package outside of them or twice. */
export function auditGate(target: GateTarget, options: AuditOptions): GateResult {
  const result = auditPackage(analyseTarget(target));
  writeReport(target, 'audit.json', { schema: 'ufc:audit:1', root: target.root, ...result });
  writeReport(target, 'AUDIT_REPORT.md', auditMarkdown(result, target.root));
  return {
    success: !options.strict || result.state === 'capability',
    terminalOutput: `${overview(result, target.root).join('\n')}\n`,
  };
}

function overview(result: AuditResult, root: string): string[] {
  const marks = result.components.map(
    ({ title, present, partial }) => `${present ? '✓' : partial ? '~' : '✗'} ${title}`,
  );
  const serious = result.violations.filter(({ severity }) => severity === 'critical' || severity === 'high');
  return [
    `${root}: ${result.present}/${result.components.length} components, ${result.violations.length} violations`,
    `  ${marks.join('   ')}`,
    `  ${result.verdict}`,
    ...serious.map(({ severity, required, actual }) => `  ${severity.padEnd(8)}  ${required}: ${actual}`),
    `  dist/ufc/${root}/AUDIT_REPORT.md`,
  ];
}

const executor = defineExecutor(auditGate);
export const batch = executor.batch;
export default executor.single;
