import type { GeneratorCallback, Tree } from '@nx/devkit';
import { capabilityNames } from '../../core/blueprint/naming';
import { UsageError } from '../../core/errors';
import { LATER, planExtraction } from '../../core/extract/plan-extraction';
import type { Extraction } from '../../core/extract/types';
import { loadBlueprint } from '../../platform/blueprint';
import { createProgress } from '../../platform/progress';
import { locate } from '../../platform/source-tree';
import { baselinePath } from '../lib/baseline';
import { COMMIT_STEPS, commitTree } from '../lib/commit';
import { defineGenerator } from '../lib/define-generator';
import { readSource } from '../lib/sources';
import { writeIfChanged } from '../lib/write-if-changed';

export interface ExtractOptions {
  name: string;
  source: string;
  include: string;
  leave?: string;
  directory?: string;
}

const MAX_LISTED = 12;
/** Of tests that stay: how many are shown, and how many modules of each. */
const MAX_GROUPS = 5;
const MAX_WANTED = 3;

/** `nx g @au/nx-ufc:extract NAME --source DIR --include pkg.sub`. @throws UsageError on wrong use; the source is only read */
export async function extractGenerator(
  tree: Tree,
  options: ExtractOptions,
): Promise<GeneratorCallback | void> {
  const blueprint = loadBlueprint();
  const { project } = capabilityNames(options.name, blueprint);
  const progress = createProgress(2 + COMMIT_STEPS);
  progress.step(`reading ${options.source}`);
  const source = readSource(tree, options.source, blueprint);
  const target = locate(tree.root, options.directory ?? `legacy/${project}`);
  if (!target.inside || target.absolute === source.absolute)
    throw new UsageError(
      `${target.display} is no place for the package. Choose another folder of the workspace.`,
    );
  const entries = (list = '') => list.split(',').filter((entry) => entry.trim() !== '');
  progress.step('choosing', source.analysis.project.tree.files.length);
  const { extraction, texts } = planExtraction(
    source.analysis,
    project,
    entries(options.include),
    entries(options.leave),
  );
  const wanted = new Map<string, Buffer>([...texts].map(([path, text]) => [path, Buffer.from(text)]));
  const bytes = new Map(source.analysis.project.tree.files.map((file) => [file.path, file.bytes]));
  for (const { path } of extraction.files) wanted.set(path, Buffer.from(bytes.get(path)!));
  refuseForeign(tree, target.display, wanted);
  for (const [path, content] of wanted) writeIfChanged(tree, `${target.display}/${path}`, content);
  const record = baselinePath(project, 'extraction.json');
  writeIfChanged(tree, record, `${JSON.stringify(extraction, null, 2)}\n`);
  progress.done();
  process.stdout.write(describe(extraction, target.display, record));
  const modes = source.analysis.project.tree.files.filter((file) => file.mode !== 0o644);
  return commitTree(tree, {
    command: `extract ${project} --source=${source.display}`,
    project,
    special: new Map(
      modes.map((file) => [`${target.display}/${file.path}`, { mode: file.mode, symlink: null }]),
    ),
    progress,
  });
}

/** Nothing is overwritten: what is there must be what would be written. */
function refuseForeign(tree: Tree, folder: string, wanted: ReadonlyMap<string, Buffer>): void {
  for (const [path, content] of wanted) {
    const file = `${folder}/${path}`;
    if (tree.exists(file) && !tree.read(file)!.equals(content))
      throw new UsageError(`${file} exists and is another file. Choose another name or --directory.`);
  }
}

function describe(extraction: Extraction, folder: string, record: string): string {
  const { files, leftTests, leftFiles, dependencies, unseen = [], leftEntryPoints = [], ports } = extraction;
  const count = (pattern: RegExp) => files.filter((file) => pattern.test(file.reason)).length;
  const row = (amount: number, text: string) => `  ${String(amount).padStart(4)}  ${text}`;
  const lines = [
    '',
    `${extraction.source} → ${folder}, ${files.length} files`,
    row(count(/^named$/), 'named modules'),
    row(count(/^needed by/), `modules that they need${laterNote(count(LATER_REASON), extraction)}`),
    ...chooserLines(extraction),
    row(count(/^(opened|data|types|marks)/), 'data files'),
    row(count(/test/), 'tests and what they need'),
    row(leftTests.length, 'tests left out'),
    ...leftTestLines(extraction),
    row(leftFiles, 'files of the source stay behind'),
    `  depends on ${dependencies.join(', ') || 'nothing'}`,
    ...(unseen.length > 0
      ? [`  leaves out ${unseen.join(', ')}, which no file imports: add what the code needs when it runs`]
      : []),
    ...(leftEntryPoints.length > 0
      ? [`  leaves behind ${limited(leftEntryPoints)}, whose modules stay`]
      : []),
  ];
  for (const port of ports.slice(0, MAX_LISTED))
    lines.push(
      `  ${port.places[0]} PORT ${[port.module, ...port.names].join(' ')} is neither extracted nor declared: define a port for it, or declare what provides it`,
    );
  if (ports.length > MAX_LISTED) lines.push(`  … and ${ports.length - MAX_LISTED} more`);
  for (const place of extraction.distribution?.places ?? [])
    lines.push(
      `  ${place} DISTRIBUTION asks what is installed as ${extraction.distribution!.name}, which this package is not: let it ask for ${extraction.name}, or say it there`,
    );
  lines.push(
    `Why each file: ${record}`,
    `Next: nx g @au/nx-ufc:capability ${extraction.name} --source=${folder}`,
    '',
    '',
  );
  return lines.join('\n');
}

const LATER_REASON = new RegExp(`${LATER}$`);

/** Imports inside of functions often reach for half of a monolith: who wants less can leave some of it behind. */
function laterNote(later: number, { leave = [], gate }: Extraction): string {
  const hint =
    gate === undefined
      ? ''
      : `; --leave=${[...leave, gate.module].join(',')} makes ports of its imports and leaves ${gate.saves} behind`;
  if (later === 0) return hint;
  const general = leave.length === 0 ? '; --leave=… makes ports of what may stay behind' : '';
  return `, ${later} of them not when they are imported${hint || general}`;
}

function limited(names: readonly string[], most = MAX_LISTED): string {
  const rest = names.length - most;
  return names.slice(0, most).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

/** A table of names to choose from brings all that it names, whatever is chosen. */
function chooserLines({ leave = [], chooser }: Extraction): string[] {
  if (chooser === undefined) return [];
  const { module, saves } = chooser;
  return [
    `        ${saves} of them only because ${module} names modules in texts: --leave=${[...leave, `texts:${module}`].join(',')} leaves them behind; include those that are chosen`,
  ];
}

/** Tests of the named modules that stay, and what would have to be named too for them to come along. */
function leftTestLines({ include, leftTests }: Extraction): string[] {
  const groups = new Map<string, string[]>();
  for (const { path, wants = [] } of leftTests) {
    const key = wants.join(',');
    if (key !== '') groups.set(key, [...(groups.get(key) ?? []), path]);
  }
  const lines = [...groups].map(([key, paths]) => {
    const wants = key.split(',');
    const more = paths.length > 1 ? ` and ${paths.length - 1} more` : '';
    const way =
      wants.length > MAX_WANTED ? '' : `: --include=${[...include, ...wants].join(',')} takes it along`;
    return `        ${paths[0]}${more} also needs ${limited(wants, MAX_WANTED)}${way}`;
  });
  return lines.length > MAX_GROUPS
    ? [...lines.slice(0, MAX_GROUPS), `        … and ${lines.length - MAX_GROUPS} more`]
    : lines;
}

export default defineGenerator(extractGenerator);
