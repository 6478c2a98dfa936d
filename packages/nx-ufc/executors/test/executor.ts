import { describeFailures } from '../../core/proof/failures';
import { readReasons } from '../../core/proof/junit';
import { unittestOptions } from '../../core/project/unittest-names';
import { createProgress } from '../../platform/progress';
import { projectEnvironment } from '../../platform/python/toolchain';
import { runPytest } from '../../platform/python/pytest';
import { analyseTarget } from '../lib/analyse';
import { splitCode } from '../lib/code-split';
import type { GateResult, GateTarget } from '../lib/define-executor';
import { defineExecutor } from '../lib/define-executor';
import { writeReport } from '../lib/report';

/** `nx run P:test`: the suite passes, and ran at least one test. */
export async function testGate(target: GateTarget): Promise<GateResult> {
  const analysis = analyseTarget(target);
  const progress = createProgress(2, `test ${target.project}`);
  progress.step('environment');
  const environment = await projectEnvironment(target.workspaceRoot, target.root, analysis);
  progress.step('tests');
  const { report, counts, evidence } = await runPytest(
    target.workspaceRoot,
    target.root,
    environment,
    analysis.project,
    { options: unittestOptions(analysis.project, splitCode(target, analysis).migrated) },
  );
  progress.done();
  writeReport(target, 'TEST_REPORT.xml', report);
  writeReport(target, 'test.json', { schema: 'ufc:test:1', project: target.project, counts, evidence });
  const passed = counts.tests - counts.failed - counts.skipped;
  const success = evidence.exitCode === 0 && passed > 0;
  const why =
    counts.tests === 0
      ? 'no test ran'
      : `${passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`;
  const detail = success ? '' : `${evidence.excerpt}\n${describeFailures(readReasons(report))}`;
  return {
    success,
    terminalOutput: `${detail}${success ? 'PASS' : 'FAIL'} test of ${target.root}: ${why}; dist/ufc/${target.root}/TEST_REPORT.xml\n`,
  };
}

const executor = defineExecutor(testGate);
export const batch = executor.batch;
export default executor.single;
