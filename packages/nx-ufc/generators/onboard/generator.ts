import type { GeneratorCallback, Tree } from '@nx/devkit';
import { onboardingChecklist } from '../../core/onboard/checklist';
import { onboardingReport } from '../../core/onboard/report';
import type { OnboardingReport } from '../../core/onboard/types';
import { loadBlueprint } from '../../platform/blueprint';
import { toolStates } from '../../platform/prerequisites';
import { run } from '../../platform/process';
import { installedDistributions } from '../../platform/python/installed';
import { commitTree } from '../lib/commit';
import { endWith } from '../lib/end-with';
import { defineGenerator } from '../lib/define-generator';
import { readSource } from '../lib/sources';
import { workspaceProjects } from '../lib/workspace-projects';
import { writeIfChanged } from '../lib/write-if-changed';
import type { OnboardOptions } from './schema';

/** `nx g @au/nx-ufc:onboard NAME [--source DIR]`: exit code 1 when a check fails. The package is only read. */
export async function onboardGenerator(
  tree: Tree,
  options: OnboardOptions,
): Promise<GeneratorCallback | void> {
  const blueprint = loadBlueprint();
  const source = readSource(tree, options.source ?? `legacy/${options.name}`, blueprint);
  const [tools, installed] = await Promise.all([
    toolStates(run, tree.root),
    installedDistributions(run, tree.root),
  ]);
  const report = onboardingReport({
    name: options.name,
    source: source.display,
    analysis: source.analysis,
    projects: workspaceProjects(tree),
    tools,
    installed,
  });
  const folder = `.ufc/onboarding/${folderName(options.name)}`;
  const path = `${folder}/ONBOARDING.md`;
  const previous = tree.exists(path) ? tree.read(path, 'utf8') : null;
  writeIfChanged(tree, path, onboardingChecklist(report, previous));
  writeIfChanged(tree, `${folder}/onboarding.json`, `${JSON.stringify(report, null, 2)}\n`);
  process.stdout.write(overview(report, path));
  if (!report.ready) endWith(1);
  return commitTree(tree, { command: `onboard ${options.name}`, project: options.name });
}

/** A name that is no name must not lead elsewhere. */
function folderName(name: string): string {
  return name.replace(/[^A-Za-z0-9_-]/g, '-');
}

const MARKS = { ok: '✓', warn: '!', fail: '✗' } as const;
const BAR = 10;

function overview(report: OnboardingReport, path: string): string {
  const width = Math.max(...report.terms.map((term) => term.title.length));
  return [
    '',
    `${report.source} as ${report.name}`,
    '',
    ...report.checks.flatMap((check) => [
      `  ${MARKS[check.status]} ${check.title}: ${check.detail}`,
      ...(check.remediation ? [`      ${check.remediation}`] : []),
    ]),
    '',
    ...report.terms.map((term) => {
      const full = Math.round(term.value * BAR);
      return `  ${term.title.padEnd(width)}  ${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${term.value.toFixed(2)} × ${term.weight}  ${term.evidence}`;
    }),
    '',
    `  ${report.verdict}: ${report.score.toFixed(2)}`,
    `  ${path}`,
    '',
    '',
  ].join('\n');
}

export default defineGenerator(onboardGenerator);
