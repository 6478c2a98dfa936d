import type { Blueprint, RuleDefinition } from '../blueprint/types';
import type { Analysis } from '../project/analysis';
import type { FileFacts } from '../python/facts/types';
import { maskSecrets } from './mask';
import type { Finding } from './types';

/** A rule that looks at one file. */
export interface FileRule {
  id: string;
  check(input: FileRuleInput): Hit[];
}

export interface FileRuleInput {
  facts: FileFacts;
  definition: RuleDefinition;
  analysis: Analysis;
}

/** Where a rule is broken, and how. */
export interface Hit {
  line: number;
  column: number;
  message: string;
}

/** Make a finding of a hit; secrets are masked in the message and the snippet. */
export function finding(
  analysis: Analysis,
  definition: RuleDefinition,
  path: string,
  hit: Hit,
  more: Partial<Finding> = {},
): Finding {
  return {
    rule: definition.id,
    severity: definition.severity,
    path,
    line: hit.line,
    column: hit.column,
    message: maskSecrets(hit.message),
    snippet: snippetOf(analysis, path, hit.line),
    remediation: definition.remediation,
    ...more,
  };
}

const MAX_SNIPPET = 160;

function snippetOf(analysis: Analysis, path: string, line: number): string {
  const text = analysis.project.sources.get(path)?.text ?? '';
  return maskSecrets((text.split(/\r\n|\r|\n/)[line - 1] ?? '').trim().slice(0, MAX_SNIPPET));
}

/** A rule of the blueprint. @throws when the blueprint does not have it: a rule without a definition cannot run */
export function definitionOf(blueprint: Blueprint, id: string): RuleDefinition {
  const found = blueprint.rules.find((rule) => rule.id === id);
  if (!found) throw new Error(`the blueprint ${blueprint.id} has no rule ${id}`);
  return found;
}

/** `path:line:col RULE message`, as every gate prints it. */
export function printFinding(root: string, item: Finding): string {
  return `${root}/${item.path}:${item.line}:${item.column} ${item.rule} ${item.message}`;
}
