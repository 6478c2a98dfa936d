import type { Analysis } from '../project/analysis';

/** A project of the workspace, by everything that it could collide with. */
export interface WorkspaceProject {
  name: string;
  root: string;
  distribution: string | null;
}

/** A program that the later phases start. */
export interface ToolState {
  tool: string;
  /** Found on PATH. */
  there: boolean;
  /** What cannot be done without it. */
  neededFor: string;
}

export interface InstalledDistribution {
  name: string;
  version: string;
  /** Top-level import names. */
  modules: string[];
}

export interface OnboardingInput {
  /** As typed. */
  name: string;
  /** The folder of the package, as printed. */
  source: string;
  analysis: Analysis;
  projects: readonly WorkspaceProject[];
  tools: readonly ToolState[];
  /** Of the Python on PATH; null when there is none, and nothing can be said. */
  installed: readonly InstalledDistribution[] | null;
}

export interface OnboardingCheck {
  id: string;
  title: string;
  /** `fail`: the migration would not start, or end in a collision. */
  status: 'ok' | 'warn' | 'fail';
  detail: string;
  /** The way out; empty when there is nothing to do. */
  remediation: string;
}

export type Check = (input: OnboardingInput) => Omit<OnboardingCheck, 'id' | 'title'>;

export interface ScoreTerm {
  id: string;
  title: string;
  weight: number;
  /** 0 to 1. */
  value: number;
  /** What was counted: `34 of 36 modules`. */
  evidence: string;
}

export type Term = (analysis: Analysis) => Pick<ScoreTerm, 'value' | 'evidence'>;

/** onboarding.json, schema id `ufc:onboarding:1`. */
export interface OnboardingReport {
  schema: 'ufc:onboarding:1';
  name: string;
  source: string;
  ready: boolean;
  /** Weighted mean of the terms, 0 to 1, two digits. */
  score: number;
  verdict: string;
  terms: ScoreTerm[];
  checks: OnboardingCheck[];
  todo: string[];
}
