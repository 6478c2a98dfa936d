import type { Finding } from '../types';
import { drift } from './drift';
import { imports } from './imports';
import { layers } from './layers';
import { leftovers } from './leftovers';
import { manifest } from './manifest';
import { names } from './names';
import { structure } from './structure';
import type { VerifyInput, VerifyRule } from './types';

export type { VerifyInput } from './types';

/** Every verify rule; a new one is a file beside these and a line here. */
export const VERIFY_RULES: readonly VerifyRule[] = [
  structure,
  names,
  layers,
  imports,
  manifest,
  leftovers,
  drift,
];

export interface VerifyResult {
  findings: Finding[];
  /** Findings by rule, the rules without any included. */
  rules: Record<string, number>;
  counts: { files: number; modules: number; imports: number };
}

/** Check a capability against the standard. */
export function verifyCapability(input: VerifyInput): VerifyResult {
  const { project } = input.analysis;
  const rules: Record<string, number> = {};
  const findings: Finding[] = [];
  for (const rule of VERIFY_RULES) {
    for (const id of rule.ids) rules[id] = 0;
    for (const item of rule.check(input)) {
      rules[item.rule]++;
      findings.push(item);
    }
  }
  findings.sort((a, b) =>
    a.path === b.path ? a.line - b.line || (a.rule < b.rule ? -1 : 1) : a.path < b.path ? -1 : 1,
  );
  const imported = [...project.facts.values()].reduce(
    (sum, facts) => sum + facts.imports.reduce((count, fact) => count + fact.names.length, 0),
    0,
  );
  return {
    findings,
    rules,
    counts: { files: project.tree.files.length, modules: project.modulesByPath.size, imports: imported },
  };
}
