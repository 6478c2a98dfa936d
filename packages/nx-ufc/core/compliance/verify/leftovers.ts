import { isBelow, recordedNames } from '../../plan/former-names';
import { definitionOf, finding } from '../rule';
import type { VerifyRule } from './types';
import { place } from './types';

/** Imports of the name that the package had before its migration, template tags, and folders that became a heap. */
export const leftovers: VerifyRule = {
  ids: ['OLD_NAME', 'UNRENDERED_TEMPLATE', 'DUMP_FOLDER'],
  check(input) {
    const { analysis } = input;
    const { project, blueprint } = analysis;
    const old = recordedNames(input.text('pyproject.toml') ?? '');
    const oldNames = [...project.facts].flatMap(([path, facts]) =>
      facts.imports.flatMap((fact) => {
        const modules = fact.names.map(({ name }) =>
          fact.kind === 'from' ? `${fact.module}.${name}` : name,
        );
        const hit =
          fact.level === 0 && !fact.guarded ? modules.find((module) => isBelow(module, old)) : undefined;
        const info = project.modulesByPath.get(path)!;
        return hit && ['shipped', 'test'].includes(info.area)
          ? [
              finding(
                analysis,
                definitionOf(blueprint, 'OLD_NAME'),
                path,
                place(
                  fact.line,
                  fact.column,
                  `imports ${fact.kind === 'from' ? fact.module : hit}, the name before the migration`,
                ),
              ),
            ]
          : [];
      }),
    );
    const tags = project.tree.files
      .filter(
        (file) =>
          // What was moved here was made of no template.
          !input.origins.has(file.path) &&
          /\.(py|toml|ya?ml|md)$/.test(file.path) &&
          /\/(manifest|scaffold|validation|scripts|config)\//.test(file.path),
      )
      .filter((file) => /<%[=-]?|-?%>/.test(Buffer.from(file.bytes).toString('utf8')))
      .map((file) =>
        finding(
          analysis,
          definitionOf(blueprint, 'UNRENDERED_TEMPLATE'),
          file.path,
          place(1, 1, 'a template tag was not rendered'),
        ),
      );
    return [...oldNames, ...tags, ...heaps(input)];
  },
};

/** Origin of what was written here. */
const UNKNOWN = '?';

/** Folders with more modules than the blueprint allows, unless all of them were in one folder before. */
function heaps({ analysis, package: name, origins }: Parameters<VerifyRule['check']>[0]) {
  const { project, blueprint } = analysis;
  const folders = new Map<string, { count: number; origins: Set<string> }>();
  for (const { path } of project.tree.files) {
    if (!path.startsWith(`${blueprint.naming.sourceRoot}/${name}/`) || !/\.py$/.test(path)) continue;
    const folder = folders.get(folderOf(path)) ?? { count: 0, origins: new Set() };
    folders.set(folderOf(path), folder);
    if (path.endsWith('/__init__.py')) continue;
    folder.count++;
    const origin = origins.get(path);
    folder.origins.add(origin === undefined ? UNKNOWN : folderOf(origin));
  }
  const limit = blueprint.classification.maxFolderFiles;
  const isHeap = (one: { count: number; origins: Set<string> }) =>
    one.count > limit && (one.origins.size > 1 || one.origins.has(UNKNOWN));
  return [...folders].flatMap(([folder, one]) => {
    if (!isHeap(one)) return [];
    const message = `${folder} holds ${one.count} modules, more than ${limit}`;
    return [finding(analysis, definitionOf(blueprint, 'DUMP_FOLDER'), folder, place(1, 1, message))];
  });
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
