import type { RewriteContext } from './context';
import type { LiteralText } from './literal-text';
import { dedented } from './program';

const IMPORT = /^[ \t]*(?:>>> |In \[\d+\]: )?import[ \t]+([\w., \t]+)$/gm;

/**
 * Packages that a text imports by their own names in one of its blocks or examples, and that nothing in it calls otherwise: the blocks around go on from there without an
 * import of their own.
 */
export function carriedImports({ mapping }: RewriteContext, text: string): string[] {
  const imported = new Set(
    [...text.matchAll(IMPORT)].flatMap(([, names]) =>
      names.split(',').flatMap((name) => (/[ \t]as[ \t]/.test(name) ? [] : [name.trim().split('.')[0]])),
    ),
  );
  return [...imported].filter((root) => mapping.roots.has(root) && !isOtherThing(root, text));
}

/** Is the name that of something else anywhere in the text: `pkg = make()`, `from pkg import pkg`? */
function isOtherThing(root: string, text: string): boolean {
  return new RegExp(
    String.raw`^[ \t>]*${root}[ \t]*(:[^=\n]*)?=(?!=)|\b(as|for|def|class) ${root}\b|\bfrom [\w.]+ import [^\n]*\b${root}\b`,
    'm',
  ).test(text);
}

/** What a block uses of them without importing it; of a block that nobody says to be Python, what it calls or decorates with. */
export function usedOf(roots: readonly string[], value: string, isMarked: boolean): string[] {
  return roots.filter((root) => {
    const uses = isMarked
      ? String.raw`(^|[^\w.])${root}\.`
      : String.raw`(^[ \t]*@|(^|[^\w.@/])(?=${root}\.[\w.]+\())${root}\.`;
    return (
      new RegExp(uses, 'm').test(value) && !new RegExp(String.raw`\bimport [^\n]*\b${root}\b`).test(value)
    );
  });
}

/** The block with the imports before it, which stand nowhere in the text: edits of theirs begin before it. */
export function withImports(roots: readonly string[], block: LiteralText): LiteralText {
  if (roots.length === 0) return block;
  const { indentation } = dedented(block.value);
  const before = roots.map((root) => `${indentation}import ${root}\n`).join('');
  return {
    ...block,
    value: before + block.value,
    offsets: [...Array.from(before, () => -1), ...block.offsets],
  };
}
