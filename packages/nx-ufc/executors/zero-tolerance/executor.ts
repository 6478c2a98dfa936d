import { printFinding } from '../../core/compliance/rule';
import { checkZeroTolerance } from '../../core/compliance/zero-tolerance';
import { sha256 } from '../../platform/transaction/files';
import { analyseTarget } from '../lib/analyse';
import type { GateResult, GateTarget } from '../lib/define-executor';
import { defineExecutor } from '../lib/define-executor';
import { writeReport } from '../lib/report';

const MAX_SHOWN = 60;

/** `nx run P:zero-tolerance`: no unjustified finding. It has no baseline; migrated code may well fail it. */
export function zeroToleranceGate(target: GateTarget): GateResult {
  const analysis = analyseTarget(target);
  const result = checkZeroTolerance(analysis);
  const success = result.findings.length === 0 && result.files.length > 0;
  const verdict = success ? 'PASS' : 'FAIL';
  const { tree } = analysis.project;
  const digest = sha256(
    Buffer.from(tree.files.map((file) => `${file.path}\0${sha256(file.bytes)}\n`).join('')),
  );
  writeReport(target, 'zero-tolerance.json', {
    schema: 'ufc:zero-tolerance:1',
    project: target.project,
    verdict,
    ...result,
  });
  writeReport(target, 'COMPLIANCE_CERTIFICATE.json', {
    schema: 'ufc:compliance-certificate:1',
    project: target.project,
    verdict,
    blueprint: `${analysis.blueprint.id} ${analysis.blueprint.version}`,
    target: { root: target.root, files: tree.files.length, checked: result.files.length, sha256: digest },
    rules: result.rules,
    justified: result.justified.map(({ rule, path, line, justification }) => ({
      rule,
      path,
      line,
      justification,
    })),
    unjustified: result.findings.length,
  });
  const shown = result.findings.slice(0, MAX_SHOWN).map((finding) => printFinding(target.root, finding));
  if (result.findings.length > MAX_SHOWN)
    shown.push(
      `… and ${result.findings.length - MAX_SHOWN} more in dist/ufc/${target.root}/zero-tolerance.json`,
    );
  const summary = `${verdict} zero tolerance of ${target.root}: ${result.files.length} production files, ${Object.keys(result.rules).length} rules, ${result.findings.length} findings, ${result.justified.length} justified`;
  return { success, terminalOutput: `${[...shown, summary].join('\n')}\n` };
}

const executor = defineExecutor(zeroToleranceGate);
export const batch = executor.batch;
export default executor.single;
