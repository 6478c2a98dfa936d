import { checkZeroTolerance } from '../compliance/zero-tolerance';
import { runChecks } from './checks';
import { scoreTerms, totalScore } from './score';
import type { OnboardingInput, OnboardingReport } from './types';

/** Is a package ready to be taken in, and how good a candidate is it? */
export function onboardingReport(input: OnboardingInput): OnboardingReport {
  const checks = runChecks(input);
  const terms = scoreTerms(input.analysis);
  const score = totalScore(terms);
  const ready = checks.every((check) => check.status !== 'fail');
  return {
    schema: 'ufc:onboarding:1',
    name: input.name,
    source: input.source,
    ready,
    score,
    verdict: verdictOf(input, ready, score),
    terms,
    checks,
    todo: todoOf(input),
  };
}

function verdictOf({ analysis: { blueprint } }: OnboardingInput, ready: boolean, score: number): string {
  const { good, fair } = blueprint.onboarding;
  const candidate =
    score >= good ? 'a good candidate' : score >= fair ? 'a candidate that needs work' : 'a hard case';
  return ready ? `Ready, ${candidate}` : `Not ready: what failed below comes first; ${candidate}`;
}

/** What people do, phase by phase, with what is known of this package. */
function todoOf({ name, source, analysis }: OnboardingInput): string[] {
  const { findings } = checkZeroTolerance(analysis);
  const review = [...analysis.classifications.values()].filter(
    (one) => one.layer !== null && one.confidence < analysis.blueprint.classification.reviewThreshold,
  ).length;
  const secrets = findings.filter((finding) => finding.rule === 'HARD_CODED_SECRET').length;
  return [
    'An owner is named, who answers for the capability',
    ...(secrets > 0 ? [`Hard-coded secrets are revoked and moved to settings: ${secrets}`] : []),
    `The inventory was read: nx run P:inventory, then inventory.html`,
    `The plan was reviewed${review > 0 ? `, modules of low confidence first (${review})` : ''}: nx g @au/nx-ufc:map ${name} --source=${source}`,
    `The dry run was read: nx g @au/nx-ufc:capability ${name} --source=${source} --dry-run`,
    `The migration was carried out: nx g @au/nx-ufc:capability ${name} --source=${source}`,
    `The suites were compared: nx run ${name}:prove`,
    `Verify, test and build pass: nx run-many -t verify,test,build -p ${name}`,
    `Zero tolerance passes${findings.length > 0 ? `, findings today (${findings.length})` : ''}: nx run ${name}:zero-tolerance`,
    'The old import name is gone, or an end date for the alias is set',
  ];
}
