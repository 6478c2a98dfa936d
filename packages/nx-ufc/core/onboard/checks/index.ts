import type { Check, OnboardingCheck, OnboardingInput } from '../types';
import { installedCollision } from './installed-collision';
import { layout } from './layout';
import { name } from './name';
import { prerequisites } from './prerequisites';
import { syntax } from './syntax';
import { workspaceCollision } from './workspace-collision';

/** What must hold before a package is taken in, in the order of the report. */
export const CHECKS: readonly { id: string; title: string; check: Check }[] = [
  { id: 'name', title: 'The name follows the standard', check: name },
  { id: 'workspace-collision', title: 'The name is free in the workspace', check: workspaceCollision },
  {
    id: 'installed-collision',
    title: 'The name is free among installed distributions',
    check: installedCollision,
  },
  { id: 'prerequisites', title: 'The tools are there', check: prerequisites },
  { id: 'layout', title: 'The layout is understood', check: layout },
  { id: 'syntax', title: 'Every file parses', check: syntax },
];

export function runChecks(input: OnboardingInput): OnboardingCheck[] {
  return CHECKS.map(({ id, title, check }) => ({ id, title, ...check(input) }));
}
