import { printFinding } from '../../core/compliance/rule';
import type { Evidence } from '../../core/compliance/types';
import { verifyCapability, type VerifyInput } from '../../core/compliance/verify';
import type { Ledger } from '../../core/plan/ledger';
import { lockOf } from '../../core/sync/context';
import type { Drift } from '../../core/sync/drift';
import { driftOf } from '../../core/sync/drift';
import { readSchema, shippedBlueprint } from '../../platform/blueprint';
import { workspaceFiles } from '../../platform/workspace-files';
import { analyseTarget } from '../lib/analyse';
import type { GateResult, GateTarget } from '../lib/define-executor';
import { defineExecutor } from '../lib/define-executor';
import { readLedger } from '../lib/ledger';
import { writeReport } from '../lib/report';

/** `nx run P:verify`: structure, layers, imports, manifest and contract all hold. Needs no Python. */
export function verifyGate(target: GateTarget): GateResult {
  const analysis = analyseTarget(target);
  const { project } = analysis;
  const file = (path: string) => project.tree.files.find((candidate) => candidate.path === path);
  const result = verifyCapability({
    analysis,
    package:
      project.layout.roots.find((root) => root.name.startsWith(analysis.blueprint.naming.prefix))?.name ??
      project.layout.roots[0]?.name ??
      target.project,
    project: target.project,
    manifestSchema: readSchema('service-manifest'),
    ...fromLedger(target),
    drift: drift(target),
    text: (path) => (file(path) ? Buffer.from(file(path)!.bytes).toString('utf8') : null),
  });
  const success = result.findings.length === 0 && result.counts.modules > 0;
  const verdict = success ? 'PASS' : 'FAIL';
  const summary = `${verdict} verify of ${target.root}: ${result.counts.files} files, ${result.counts.modules} modules, ${result.counts.imports} imports, ${Object.keys(result.rules).length} rules, ${result.findings.length} findings`;
  const evidence: Evidence = {
    command: 'in-process: verify',
    cwd: '.',
    target: target.root,
    files: result.counts.files,
    exitCode: success ? 0 : 1,
    excerpt: summary,
  };
  writeReport(target, 'verify.json', {
    schema: 'ufc:verify:1',
    project: target.project,
    verdict,
    ...result,
    evidence,
  });
  return {
    success,
    terminalOutput: `${[...result.findings.map((finding) => printFinding(target.root, finding)), summary].join('\n')}\n`,
  };
}

function drift({ project, workspaceRoot }: GateTarget): Drift[] {
  const files = workspaceFiles(workspaceRoot);
  const lock = lockOf(files, project);
  return lock ? driftOf(lock, shippedBlueprint(), files) : [];
}

/** What the ledger of the migration knows: files with imports of undeclared distributions, and where files were. */
function fromLedger(target: GateTarget): Pick<VerifyInput, 'knownGaps' | 'origins'> {
  // Ledgers of former versions have fewer fields.
  const { gaps = [], moves = [] }: Partial<Ledger> = readLedger(target) ?? {};
  return { knownGaps: new Set(gaps), origins: new Map(moves.map(({ from, to }) => [to, from])) };
}

const executor = defineExecutor(verifyGate);
export const batch = executor.batch;
export default executor.single;
