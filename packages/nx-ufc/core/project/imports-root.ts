import type { FileFacts } from '../python/facts/types';

/** Does a file import a package or module of that name, by an absolute import? */
export function importsRoot({ imports }: FileFacts, root: string): boolean {
  const isRoot = (name: string) => name === root || name.startsWith(`${root}.`);
  return imports.some(({ kind, level, module, names }) =>
    kind === 'import' ? names.some(({ name }) => isRoot(name)) : level === 0 && isRoot(module),
  );
}
