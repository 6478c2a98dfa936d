import type { ConfigReferenceKind } from './kind';

/** A module of `import`, or a selector, behind a scope or `@` (https://github.com/google/gin-config/blob/master/docs/index.md#syntax-quick-reference). */
const NAME = /(?<![\w.])[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+/g;
const COMMENT = /^\s*#/;

/** Bindings of gin, which name what they configure by its module. */
export const gin: ConfigReferenceKind = {
  id: 'gin',
  files: /\.gin$/,
  find(text, names) {
    const edits = [...text.matchAll(NAME)].flatMap(({ 0: name, index: start }) => {
      // The last part may be a parameter of what is configured.
      const dotted = [name, name.slice(0, name.lastIndexOf('.'))].find((one) => names.knows(one));
      const target = dotted === undefined ? null : names.mapModule(dotted);
      const isSaid = COMMENT.test(text.slice(text.lastIndexOf('\n', start) + 1, start));
      if (target === null || isSaid) return [];
      return [{ start, end: start + dotted!.length, text: target, evidence: 'dotted name of what moved' }];
    });
    return { edits, doubts: [] };
  },
};
