import { shipPackages } from '../compat/packaging';
import { oldRoots, renderShims, withFormerNames } from '../compat/shim';
import { movedModules, type MoveMapping } from '../rewrite/mapping';
import { formerNames } from './former-names';
import type { MigrationInput } from './input';
import type { FileSplit } from '../split/types';
import type { MigrationPlan, PlanConflict, ReviewItem } from './types';

interface CompatPlan {
  pyproject: string;
  files: MigrationPlan['creates'];
  conflicts: PlanConflict[];
  review: ReviewItem[];
}

/** The package under the old name, where it was asked for, and its place in pyproject.toml. */
export function planCompat(input: MigrationInput, mapping: MoveMapping, pyproject: string): CompatPlan {
  const { compatTemplates, names, analysis } = input;
  if (!compatTemplates) return { pyproject, files: [], conflicts: [], review: [] };
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
    return { pyproject, files: [], conflicts: [conflict], review: [] };
  }
  const files = renderShims(names, { modules, distribution: mapping.distribution.from }, compatTemplates);
  return {
    pyproject: shipped.text,
    files: files.map((file) => ({ template: 'none', ...file })),
    conflicts: [],
    review: patchedByOldName(input.splits ?? []),
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

/** What left its module is there by its old name, but who patches it there does not reach those who read it where it is now. */
export function patchedByOldName(splits: readonly FileSplit[]): ReviewItem[] {
  return splits.map(({ source, module, parts }) => {
    const names = parts.flatMap((part) => part.definitions.map(({ name }) => name));
    const shown = names.slice(0, MAX_NAMES).join(', ') + (names.length > MAX_NAMES ? ' …' : '');
    return {
      path: source,
      line: 1,
      column: 1,
      rule: 'PATCHED_BY_OLD_NAME',
      message: `${shown} left ${module}: callers that patch it there by the old name change what is left there only`,
    };
  });
}

const MAX_NAMES = 5;
