import type { Analysis } from '../../project/analysis';
import type { FileRule } from '../rule';
import { definitionOf, finding } from '../rule';
import type { Finding } from '../types';
import { allowsOf } from './allows';
import { blockingInAsync } from './blocking-in-async';
import { deferredWork } from './deferred-work';
import { emptyImplementation } from './empty-implementation';
import { hardCodedSecret } from './hard-coded-secret';
import { markerComment } from './marker-comment';
import { mockInProduction } from './mock-in-production';
import { print } from './print';
import { silentHandler } from './silent-handler';
import { unusedParameter } from './unused-parameter';

/** Every zero-tolerance rule; a new one is a file beside these, a line here, and its definition in the blueprint. */
export const ZERO_TOLERANCE_RULES: readonly FileRule[] = [
  print,
  silentHandler,
  emptyImplementation,
  markerComment,
  deferredWork,
  hardCodedSecret,
  unusedParameter,
  blockingInAsync,
  mockInProduction,
];

export interface ZeroToleranceResult {
  findings: Finding[];
  /** Findings that a comment in the code accepts, each with its reason. */
  justified: Finding[];
  /** Files that were looked at. */
  files: string[];
  /** Findings by rule, the rules without any included. */
  rules: Record<string, number>;
}

/** Look at the production code of a project: everything that ships. Tests, examples and scripts beside it are exempt. */
export function checkZeroTolerance(analysis: Analysis): ZeroToleranceResult {
  const { project, blueprint } = analysis;
  const result: ZeroToleranceResult = { findings: [], justified: [], files: [], rules: {} };
  for (const rule of ZERO_TOLERANCE_RULES) result.rules[rule.id] = 0;
  for (const [path, facts] of project.facts) {
    if (project.modulesByPath.get(path)?.area !== 'shipped') continue;
    result.files.push(path);
    const allows = allowsOf(facts.comments);
    for (const rule of ZERO_TOLERANCE_RULES) {
      const definition = definitionOf(blueprint, rule.id);
      for (const hit of rule.check({ facts, definition, analysis })) {
        result.rules[rule.id]++;
        const allow = definition.allowable
          ? allows.find(
              (candidate) =>
                candidate.rule === rule.id &&
                (candidate.line === hit.line || candidate.line === hit.line - 1),
            )
          : undefined;
        if (allow) {
          allow.used = true;
          result.justified.push(finding(analysis, definition, path, hit, { justification: allow.reason }));
        } else result.findings.push(finding(analysis, definition, path, hit));
      }
    }
    const unused = definitionOf(blueprint, 'UNUSED_ALLOW');
    for (const allow of allows) {
      if (!allow.used)
        result.findings.push(
          finding(analysis, unused, path, {
            line: allow.line,
            column: allow.column,
            message: allow.reason
              ? `allows ${allow.rule}, which is not found here`
              : `allows ${allow.rule} without a reason`,
          }),
        );
    }
  }
  const order = (a: Finding, b: Finding) =>
    a.path === b.path ? a.line - b.line || a.column - b.column : a.path < b.path ? -1 : 1;
  result.findings.sort(order);
  result.justified.sort(order);
  return result;
}
