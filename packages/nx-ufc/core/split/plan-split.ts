import type { Blueprint } from '../blueprint/types';
import { components } from '../graph/components';
import { leafOf, parentOf } from '../project/module-name';
import type { ModuleInfo, ProjectFacts } from '../project/types';
import { anatomyOf, definitionsOf, type Anatomy } from './anatomy';
import { oldModuleEdits } from './old-module';
import { partPieces } from './part-text';
import { dependencies, type Partition } from './partition';
import { patchedNames } from './patched';
import { pinOf } from './pins';
import { touchedNames, type Touched } from './touched';
import type { FileSplit, SplitChoice } from './types';
import { unusedImportEdits } from './unused-imports';
import { usedOutside } from './used-outside';

export type SplitResult = { ok: true; split: FileSplit } | { ok: false; problems: string[] };

/** Plan how a module is taken apart as chosen. Refused when it would not work as before, with every reason. */
export function planSplit(
  project: ProjectFacts,
  blueprint: Blueprint,
  info: ModuleInfo,
  choices: readonly SplitChoice[],
): SplitResult {
  const anatomy = anatomyOf(project, info);
  if (!anatomy) return { ok: false, problems: ['it does not parse, or its encoding is not UTF-8'] };
  const parts: Partition = anatomy.statements.map(() => null);
  const touched = touchedNames(project, info.name);
  const problems = [
    ...assign(anatomy, choices, parts),
    ...takenPaths(project, choices),
    ...stuck(touched, blueprint, anatomy, parts),
    ...torn(anatomy, parts, touched),
    ...circles(anatomy, choices, parts),
  ];
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, split: build(anatomy, choices, parts, touched, usedOutside(project, info.name)) };
}

function assign(anatomy: Anatomy, choices: readonly SplitChoice[], parts: Partition): string[] {
  return choices.flatMap((choice) =>
    choice.definitions.flatMap((name) => {
      const at = anatomy.statements.findIndex((_, i) =>
        definitionsOf(anatomy, i).some((one) => one.name === name),
      );
      if (at < 0) return [`it does not define ${name}`];
      if (parts[at] !== null && parts[at] !== choice.source) return [`${name} is to go to two places`];
      parts[at] = choice.source;
      return [];
    }),
  );
}

function takenPaths({ tree }: ProjectFacts, choices: readonly SplitChoice[]): string[] {
  return choices.flatMap(({ source, definitions }, i) => {
    if (definitions.length === 0) return [`${source} is to hold nothing`];
    const taken =
      tree.files.some((file) => file.path === source) ||
      choices.slice(0, i).some((one) => one.source === source);
    return taken ? [`${source} exists already`] : [];
  });
}

function stuck(touched: Touched, blueprint: Blueprint, anatomy: Anatomy, parts: Partition): string[] {
  return dependencies(anatomy).flatMap((needs, at) => {
    if (parts[at] === null) return [];
    const [name] = anatomy.statements[at].names;
    const pin = pinOf(anatomy, at, touched, blueprint);
    if (pin !== null) return [`${name} cannot leave: it ${pin}`];
    return needs
      .filter((other) => parts[other] === null)
      .map((other) => {
        const { names, line } = anatomy.statements[other];
        return `${name} cannot leave: it needs ${names[0] ?? `line ${line}`}, which stays`;
      });
  });
}

function circles(anatomy: Anatomy, choices: readonly SplitChoice[], parts: Partition): string[] {
  const graph = dependencies(anatomy);
  const next = (part: string) =>
    graph.flatMap((needs, at) =>
      parts[at] === part
        ? needs.flatMap((other) => parts[other] ?? []).filter((other) => other !== part)
        : [],
    );
  return components(
    choices.map((choice) => choice.source),
    next,
  )
    .filter((circle) => circle.length > 1)
    .map((circle) => `${circle.join(', ')} would import one another`);
}

function torn(anatomy: Anatomy, parts: Partition, touched: Touched): string[] {
  return [...patchedNames(anatomy, parts, touched).torn].map(
    ([name, where]) => `the readers of ${name}, which ${where} replaces, would be torn apart`,
  );
}

function build(
  anatomy: Anatomy,
  choices: readonly SplitChoice[],
  parts: Partition,
  touched: Touched,
  taken: ReadonlySet<string>,
): FileSplit {
  const { info, statements } = anatomy;
  const parent = info.isPackage ? info.name : parentOf(info.name);
  const leaf = (path: string) => path.slice(path.lastIndexOf('/') + 1, -'.py'.length);
  const moduleText = (path: string) => (parent === '' ? leaf(path) : `.${leaf(path)}`);
  const moduleOf = (path: string) => (parent === '' ? leaf(path) : `${parent}.${leaf(path)}`);
  const { follow } = patchedNames(anatomy, parts, touched);
  const homes = new Map(statements.flatMap(({ names }, at) => names.map((name) => [name, parts[at]])));
  const imports = { moduleText, homeOf: (name: string) => homes.get(name) ?? null };
  return {
    source: info.path,
    module: info.name,
    patched: Object.fromEntries([...follow].map(([name, part]) => [name, moduleOf(part)])),
    edits: [...oldModuleEdits(anatomy, parts, moduleText), ...unusedImportEdits(anatomy, parts, taken)],
    parts: choices.map(({ source, layer, role }) => {
      const members = statements.flatMap((_, at) => (parts[at] === source ? [at] : []));
      return {
        path: source,
        layer,
        role,
        module: moduleOf(source),
        definitions: members.flatMap((at) => definitionsOf(anatomy, at)),
        pieces: partPieces(anatomy, members, source, docstringOf(role, info.name), imports),
      };
    }),
  };
}

function docstringOf(role: string, module: string): string {
  return `${role[0].toUpperCase()}${role.slice(1)} definitions of ${leafOf(module)}.`;
}
