import type { ProjectFacts, TreeFile } from '../project/types';
import type { ReviewItem } from './types';

const CYTHON = /\.(pyx|pxd|pxi)$/;
const NATIVE = /\.(c|cc|cpp|cxx|h|hh|hpp|rs)$/;
/** Of one kind of doubt only so many are listed: generated sources say the same name hundreds of times. */
const LISTED = 3;

/** Sources of compiled modules that import modules of the package, or include files by its name; nothing rewrites them. */
export function compiledSources({ tree, layout }: ProjectFacts): ReviewItem[] {
  const roots = layout.roots.map(({ name }) => name).join('|');
  if (roots === '') return [];
  const items = tree.files.flatMap((file) => {
    const pattern = CYTHON.test(file.path)
      ? `^[ \\t]*(?:from[ \\t]+(?:\\.|(?:${roots})\\b)[^\\n]*import|c?import[ \\t]+(?:${roots})\\b)`
      : NATIVE.test(file.path)
        ? `#[ \\t]*include[ \\t]+"(?:${roots})/|"(?:${roots})\\.[A-Za-z_]`
        : null;
    return pattern === null ? [] : first(file, new RegExp(pattern, 'm'));
  });
  return items.slice(0, LISTED);
}

function first({ path, bytes }: TreeFile, pattern: RegExp): ReviewItem[] {
  const text = Buffer.from(bytes).toString('latin1');
  const match = pattern.exec(text);
  if (!match) return [];
  const before = text.slice(0, match.index).split('\n');
  const message = `${match[0].trim()} …: the source of a compiled module names modules or files of the package, which are elsewhere now; left as it is`;
  return [{ path, line: before.length, column: before.at(-1)!.length + 1, rule: 'COMPILED_SOURCE', message }];
}
