import { shipPackages } from '../compat/packaging';
import { oldRoots, renderShims, withFormerNames } from '../compat/shim';
import { movedModules, type MoveMapping } from '../rewrite/mapping';
import { formerNames } from './former-names';
import type { MigrationInput } from './input';
import type { MigrationPlan, PlanConflict } from './types';

interface CompatPlan {
  pyproject: string;
  files: MigrationPlan['creates'];
  conflicts: PlanConflict[];
}

/** The package under the old name, where it was asked for, and its place in pyproject.toml. */
export function planCompat(input: MigrationInput, mapping: MoveMapping, pyproject: string): CompatPlan {
  const { compatTemplates, names, analysis } = input;
  if (!compatTemplates) return { pyproject, files: [], conflicts: [] };
  const modules = compatModules(input, mapping);
  const { sourceRoot } = analysis.blueprint.naming;
  const shipped = shipPackages(pyproject, sourceRoot, names.package, oldRoots(modules), 'add');
  if (!shipped.ok) {
    const conflict: PlanConflict = {
      rule: 'COMPAT_NOT_SHIPPED',
      level: 'error',
      paths: ['pyproject.toml'],
      message: shipped.conflict,
    };
    return { pyproject, files: [], conflicts: [conflict] };
  }
  const files = renderShims(names, { modules, distribution: mapping.distribution.from }, compatTemplates);
  return {
    pyproject: shipped.text,
    files: files.map((file) => ({ template: 'none', ...file })),
    conflicts: [],
  };
}

/** Old dotted name → new one, of all that the old name answers to. */
export function compatModules(
  { analysis, names }: MigrationInput,
  mapping: MoveMapping,
): Readonly<Record<string, string>> {
  return withFormerNames(
    movedModules(mapping),
    formerNames(analysis.project, mapping.roots),
    [...mapping.paths.keys()],
    names.package,
  );
}
