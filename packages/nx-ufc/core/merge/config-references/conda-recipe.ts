import { configValue } from './config-value';
import type { ConfigEdit, ConfigReferenceKind, MovedNames } from './kind';

/** The modules that a test of the recipe imports (https://docs.conda.io/projects/conda-build/en/stable/resources/define-metadata.html#import). */
const IMPORTS = /^([ \t]*)(?:-[ \t]+)?imports:[ \t]*\r?\n((?:\1[ \t]*-[ \t]+[^\n]*(?:\n|$))+)/gm;
const BARE = /-[ \t]+(["']?)([A-Za-z_]\w*)\1[ \t]*\r?$/gm;

/** Recipes of conda and rattler: what they say as other configuration does, and the package itself where it is imported. */
export const condaRecipe: ConfigReferenceKind = {
  id: 'conda-recipe',
  files: /(^|\/)(meta|recipe)\.ya?ml$/,
  find(text, names, path) {
    const found = configValue.find(text, names, path);
    return { ...found, edits: [...found.edits, ...imported(text, names)] };
  },
};

function imported(text: string, names: MovedNames): ConfigEdit[] {
  return [...text.matchAll(IMPORTS)].flatMap(({ 0: whole, 2: list, index }) =>
    [...list.matchAll(BARE)].flatMap(({ 0: item, 2: name, index: at }) => {
      const target = names.oldRoots.includes(name) ? names.mapModule(name) : null;
      if (target === null) return [];
      const start = index + whole.length - list.length + at + item.lastIndexOf(name);
      return [{ start, end: start + name.length, text: target, evidence: 'package that a test imports' }];
    }),
  );
}
