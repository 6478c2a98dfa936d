import { modulesOfBareFolders } from '../../project/bare-folders';
import { isImportable, moduleNameOf } from '../../project/module-name';
import { isFileOfKind } from '../required-file';
import { definitionOf, finding } from '../rule';
import type { VerifyInput, VerifyRule } from './types';
import { place } from './types';

/** Required files and folders, and an `__init__.py` in every package folder. */
export const structure: VerifyRule = {
  ids: ['STRUCTURE', 'MISSING_INIT', 'SYNTAX_ERROR'],
  check(input) {
    const { analysis } = input;
    const { blueprint, project } = analysis;
    const paths = project.tree.files.map((file) => file.path);
    const fill = (path: string) => fillIn(input, path);
    const has = (path: string) =>
      paths.some(
        (candidate) =>
          candidate === path || candidate.startsWith(`${path}/`) || isFileOfKind(candidate, path),
      );
    const wanted = [
      ...blueprint.components.flatMap((component) => component.requires),
      ...blueprint.required.map((file) => file.path),
    ].map(fill);
    const missing = wanted
      .filter((path) => !has(path))
      .map((path) =>
        finding(analysis, definitionOf(blueprint, 'STRUCTURE'), path, place(1, 1, `${path} is missing`)),
      );
    const packageRoot = fill('{package}');
    const bare = modulesOfBareFolders(project);
    const folders = new Set(
      paths
        .filter(
          (path) =>
            path.startsWith(`${packageRoot}/`) &&
            path.endsWith('.py') &&
            project.facts.has(path) &&
            !bare.has(path),
        )
        .map((path) => path.slice(0, path.lastIndexOf('/')))
        .filter((folder) => isImportable(moduleNameOf(folder, ''))),
    );
    const inits = [...folders]
      .filter((folder) => !paths.includes(`${folder}/__init__.py`))
      .map((folder) =>
        finding(
          analysis,
          definitionOf(blueprint, 'MISSING_INIT'),
          `${folder}/__init__.py`,
          place(1, 1, `${folder} has no __init__.py`),
        ),
      );
    const broken = [...project.facts.values()]
      .filter(
        (facts) => facts.parseErrors.length > 0 && project.modulesByPath.get(facts.path)?.area === 'shipped',
      )
      .map((facts) =>
        finding(
          analysis,
          definitionOf(blueprint, 'SYNTAX_ERROR'),
          facts.path,
          place(facts.parseErrors[0].line, facts.parseErrors[0].column, facts.parseErrors[0].message),
        ),
      );
    return [...missing, ...inits, ...broken];
  },
};

/** `{package}` is the folder, `{name}` the name of the import package. */
export function fillIn(
  { analysis, package: name }: Pick<VerifyInput, 'analysis' | 'package'>,
  path: string,
): string {
  return path
    .replaceAll('{package}', `${analysis.blueprint.naming.sourceRoot}/${name}`)
    .replaceAll('{name}', name);
}
