import type { Severity } from '../../blueprint/types';
import type { AuditResult } from './types';

const ORDER: Severity[] = ['critical', 'high', 'medium', 'low'];

/** AUDIT_REPORT.md. */
export function auditMarkdown(result: AuditResult, root: string): string {
  const { components, violations } = result;
  const counts = ORDER.map((severity) => ({
    severity,
    count: violations.filter((violation) => violation.severity === severity).length,
  })).filter(({ count }) => count > 0);
  const sorted = ORDER.flatMap((severity) =>
    violations.filter((violation) => violation.severity === severity),
  );
  return [
    `# Audit of ${root}`,
    '',
    `**${result.verdict}**`,
    '',
    `Import package \`${result.package}\`: ${result.present} of ${components.length} components, ${violations.length} violations${
      counts.length > 0 ? ` (${counts.map(({ severity, count }) => `${count} ${severity}`).join(', ')})` : ''
    }.`,
    '',
    '| component | there |',
    '| --- | --- |',
    ...components.map(
      (component) =>
        `| ${component.title} | ${component.present ? 'yes' : component.partial ? 'partly' : 'no'} |`,
    ),
    '',
    ...(sorted.length > 0
      ? [
          '| severity | component | required | actual | remediation |',
          '| --- | --- | --- | --- | --- |',
          ...sorted.map(
            (violation) =>
              `| ${[violation.severity, violation.component, violation.required, violation.actual, violation.remediation].map(cell).join(' | ')} |`,
          ),
          '',
        ]
      : []),
  ].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
