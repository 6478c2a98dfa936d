import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FindingCounts } from '../../core/compliance/ratchet';
import type { Evidence } from '../../core/compliance/types';
import { evidenceOf, run } from '../../platform/process';
import { toolsEnvironment } from '../../platform/python/toolchain';
import { analyseTarget } from '../lib/analyse';
import { splitCode } from '../lib/code-split';
import type { GateResult, GateTarget } from '../lib/define-executor';
import { defineExecutor } from '../lib/define-executor';
import { applyRatchet } from '../lib/ratchet-file';
import { writeReport } from '../lib/report';
import { RUFF_CHECK } from './arguments';

const STRICT = join(__dirname, '../../platform/python/ruff-generated.toml');
const MAX_SHOWN = 40;

interface RuffFinding {
  code: string | null;
  message: string;
  filename: string;
  location: { row: number; column: number };
}

/** `nx run P:lint`: ruff, strictly on generated code, by the ratchet on migrated code. */
export async function lintGate(target: GateTarget): Promise<GateResult> {
  const analysis = analyseTarget(target);
  const { generated, migrated } = splitCode(target, analysis);
  const tools = await toolsEnvironment(target.workspaceRoot);
  const cwd = join(target.workspaceRoot, target.root);
  const check = async (files: string[], config: string[]) => {
    const args = [...RUFF_CHECK, ...config, ...files];
    const result =
      files.length > 0
        ? await run(tools.python, args, { cwd })
        : { exitCode: 0, stdout: '[]', stderr: '', timedOut: false };
    if (result.exitCode !== 0) throw new Error(`ruff did not run: ${result.stderr.slice(-2000)}`);
    const findings = (JSON.parse(result.stdout) as RuffFinding[]).map((finding) => ({
      ...finding,
      path: finding.filename.slice(cwd.length + 1),
    }));
    return {
      findings,
      evidence: evidenceOf(
        target.workspaceRoot,
        'python',
        ['-m', 'ruff', 'check', ...config],
        cwd,
        { name: target.root, files: files.length },
        { ...result, stdout: `${findings.length} findings` },
      ),
    };
  };
  const strict = await check(
    generated.filter((path) => existsSync(join(cwd, path))),
    ['--config', STRICT],
  );
  const held = await check(migrated, []);
  const counts: FindingCounts = {};
  for (const finding of held.findings)
    counts[`${finding.path} ${finding.code ?? 'syntax'}`] =
      (counts[`${finding.path} ${finding.code ?? 'syntax'}`] ?? 0) + 1;
  const ratchet = migrated.length > 0 ? applyRatchet(target, 'ruff', counts) : null;
  const worse = ratchet?.worse ?? [];
  const success = strict.findings.length === 0 && worse.length === 0;
  const evidence: Evidence[] = [strict.evidence, held.evidence].map((entry) => ({
    ...entry,
    command: entry.command.replace(STRICT, 'ruff-generated.toml'),
  }));
  writeReport(target, 'lint.json', {
    schema: 'ufc:lint:1',
    project: target.project,
    verdict: success ? 'PASS' : 'FAIL',
    generated: strict.findings.length,
    migrated: held.findings.length,
    worse,
    evidence,
  });
  const lines = strict.findings
    .slice(0, MAX_SHOWN)
    .map(
      (finding) =>
        `${target.root}/${finding.path}:${finding.location.row}:${finding.location.column} ${finding.code ?? 'syntax'} ${finding.message}`,
    );
  for (const item of worse) lines.push(...moreThanRecorded(target, item, held.findings));
  if (ratchet?.recordedNow)
    lines.push(
      `Recorded ${ratchet.total} findings that the migrated code came with in ${ratchet.path}: they may only become fewer. Commit that file.`,
    );
  lines.push(
    `${success ? 'PASS' : 'FAIL'} lint of ${target.root}: ${generated.length} files strictly (${strict.findings.length} findings), ${migrated.length} migrated files (${held.findings.length} recorded findings, ${worse.length} worse)`,
  );
  return { success, terminalOutput: `${lines.join('\n')}\n` };
}

function moreThanRecorded(
  target: GateTarget,
  item: { key: string; recorded: number; found: number },
  findings: (RuffFinding & { path: string })[],
): string[] {
  const [path, code] = item.key.split(' ');
  const places = findings.filter((finding) => finding.path === path && (finding.code ?? 'syntax') === code);
  return places.map(
    (finding) =>
      `${target.root}/${path}:${finding.location.row}:${finding.location.column} ${code} ${finding.message} (${item.found} found, ${item.recorded} recorded)`,
  );
}

const executor = defineExecutor(lintGate);
export const batch = executor.batch;
export default executor.single;
