import type { ConfigEdit, MovedNames } from './kind';

const EXPRESSION = /(?<![\w.:-])import:[ \t]*([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+)(?![\w/:])/g;

/** Expressions of page templates that import what they name: `import:pkg.mod.Name` (https://chameleon.readthedocs.io/en/latest/reference.html#import). */
export function importExpressions(text: string, names: MovedNames): ConfigEdit[] {
  return [...text.matchAll(EXPRESSION)].flatMap(({ 0: all, 1: dotted, index }) => {
    const target = names.knows(dotted) ? names.mapModule(dotted) : null;
    const end = index + all.length;
    return target === null || target === dotted
      ? []
      : [{ start: end - dotted.length, end, text: target, evidence: 'import of a page template' }];
  });
}
