import { createProgress } from '../../platform/progress';
import { whyLacking } from '../../core/metadata/lacking';
import type { Analysis } from '../../core/project/analysis';
import { isForElsewhere } from '../../core/project/for-elsewhere';
import { resolveImport } from '../../core/project/resolve';
import { analyseTarget } from '../lib/analyse';
import type { GateResult, GateTarget } from '../lib/define-executor';
import { defineExecutor } from '../lib/define-executor';
import { writeReport } from '../lib/report';
import { lintGate } from '../lint/executor';
import { typecheckGate } from '../typecheck/executor';
import type { InstalledModule } from './wheel';
import { buildArtifacts, inspectInstalled, wheelContents } from './wheel';

/** `nx run P:build`: lint, types, wheel and sdist; the wheel is complete, installs into a clean environment and imports. */
export async function buildGate(target: GateTarget): Promise<GateResult> {
  const analysis = analyseTarget(target);
  const progress = createProgress(4, `build ${target.project}`);
  progress.step('lint');
  const lint = await lintGate(target);
  progress.step('types');
  const types = await typecheckGate(target);
  progress.step('wheel and sdist');
  let output = lint.terminalOutput + types.terminalOutput;
  const problems: string[] = [];
  const { artifacts, evidence } = await buildArtifacts(target, analysis.project.tree.files.length);
  const steps = [evidence];
  let optional: InstalledModule[] = [];
  let imported = 0;
  if (!artifacts) problems.push(`the build failed:\n${evidence.excerpt}`);
  else {
    problems.push(...(await missingInWheel(target, analysis, artifacts.wheel)));
    const modules = importable(analysis);
    progress.step('the installed wheel', modules.length);
    const inspected = await inspectInstalled(target, artifacts.wheel, modules, analysis);
    steps.push(inspected.evidence);
    if (inspected.modules.length !== modules.length)
      problems.push(`the wheel could not be inspected:\n${inspected.evidence.excerpt}`);
    const failed = inspected.modules.filter((module) => module.error !== null);
    optional = failed.filter((module) => isOptional(analysis, module));
    imported = inspected.modules.length - failed.length;
    problems.push(
      ...failed
        .filter((module) => !optional.includes(module))
        .map((module) => `${module.module} does not import: ${module.error}`),
    );
    if (inspected.modules.length > 0 && inspected.entryPoints.length !== 1)
      problems.push(
        `the entry point ${target.project} of ${analysis.blueprint.naming.entryPointGroup} is found ${inspected.entryPoints.length} times`,
      );
  }
  progress.done();
  const success = lint.success && types.success && problems.length === 0;
  writeReport(target, 'build.json', {
    schema: 'ufc:build:1',
    project: target.project,
    verdict: success ? 'PASS' : 'FAIL',
    artifacts: artifacts ? [artifacts.wheel, artifacts.sdist] : [],
    imported,
    optional: optional.map(({ module, missing }) => ({ module, missing })),
    problems,
    evidence: steps,
  });
  output += problems.map((problem) => `${target.root}: ${problem}\n`).join('');
  output += optional
    .map(({ module, missing, error }) => {
      const why =
        missing === null
          ? `it is for another platform or Python: ${error}`
          : whyLacking(missing, analysis.metadata);
      return `${module}: not imported, ${why}\n`;
    })
    .join('');
  const what = artifacts
    ? `${artifacts.wheel} and ${artifacts.sdist}; ${imported} modules import from the installed wheel`
    : 'nothing was built';
  return {
    success,
    terminalOutput: `${output}${success ? 'PASS' : 'FAIL'} build of ${target.root}: ${what}\n`,
  };
}

function importable(analysis: Analysis): string[] {
  return [...analysis.project.modules.values()]
    .filter(
      (info) =>
        info.area === 'shipped' &&
        !info.name.endsWith('.__main__') &&
        analysis.project.facts.get(info.path)!.parseErrors.length === 0,
    )
    .map((info) => info.name)
    .sort();
}

/** A module that needs a third-party package which nobody declares came that way; it is listed, not hidden. */
function isOptional(analysis: Analysis, installed: InstalledModule): boolean {
  const missing = installed.missing ?? endedForLackOf(analysis, installed);
  if (missing === null) return failsElsewhereOnly(analysis, installed);
  installed.missing = missing;
  const root = missing.split('.')[0];
  return (
    !analysis.project.layout.roots.some((candidate) => candidate.name === root) &&
    !analysis.metadata.dependencies.some(
      (dependency) => dependency.group === 'main' && dependency.name === root.replaceAll('_', '-'),
    )
  );
}

/** A module for Windows, say; errors that name the package itself, or of its names, are those of its own code. */
function failsElsewhereOnly({ project }: Analysis, { module, error }: InstalledModule): boolean {
  const isOwn = project.layout.roots.some(({ name }) => error?.includes(name));
  return (
    !isOwn &&
    !/^(Name|Syntax|Indentation|UnboundLocal)Error/.test(error ?? '') &&
    isForElsewhere(project, module)
  );
}

/** `except ImportError: sys.exit("install …")`: the import that a module which ends the program stands guard over. */
function endedForLackOf({ project }: Analysis, { module, error }: InstalledModule): string | null {
  const info = project.modules.get(module);
  if (!info || !error?.startsWith('SystemExit')) return null;
  for (const fact of project.facts.get(info.path)?.imports ?? []) {
    if (!fact.guarded) continue;
    const target = resolveImport(project, info, fact, fact.names[0]);
    if (target.kind === 'external') return target.module;
  }
  return null;
}

async function missingInWheel(target: GateTarget, analysis: Analysis, wheel: string): Promise<string[]> {
  const inside = new Set(await wheelContents(target, wheel));
  const [root] = analysis.project.layout.roots;
  const prefix = root.searchPath ? `${root.searchPath}/` : '';
  return analysis.project.tree.files
    .filter((file) => file.path.startsWith(`${root.path}/`) && !inside.has(file.path.slice(prefix.length)))
    .map((file) => `${file.path} is not in ${wheel}`);
}

const executor = defineExecutor(buildGate);
export const batch = executor.batch;
export default executor.single;
