import { list, table, type Table } from './toml-values';

/** Which packages setuptools takes of those that it finds (https://setuptools.pypa.io/en/latest/userguide/package_discovery.html). */
export interface PackagePatterns {
  /** All of them where there is none. */
  include: readonly string[];
  exclude: readonly string[];
}

/** @returns undefined where everything is taken, or where only running code could tell what is not */
export function packagePatterns(include: readonly unknown[], exclude: readonly unknown[]) {
  const all = [...include, ...exclude];
  if (all.length === 0 || !all.every((pattern) => typeof pattern === 'string')) return undefined;
  return { include: include as string[], exclude: exclude as string[] } satisfies PackagePatterns;
}

export function patternsInPyproject(setuptools: Table): PackagePatterns | undefined {
  const find = table(table(setuptools.packages).find);
  return packagePatterns(list(find.include), list(find.exclude));
}

/** Is a package at the top, or one below it, among those that are taken? */
export function isTaken(name: string, { include, exclude }: PackagePatterns): boolean {
  const isIncluded =
    include.length === 0 ||
    include.some((pattern) => matches(name, pattern) || pattern.startsWith(`${name}.`));
  return isIncluded && !exclude.some((pattern) => matches(name, pattern));
}

/** As `fnmatch` of Python does. */
function matches(name: string, pattern: string): boolean {
  const source = pattern.replace(
    /\[(!?)([^\]]+)\]|[\s\S]/g,
    (mark, not: string | undefined, set?: string) => {
      if (set !== undefined) return `[${not ? '^' : ''}${set.replace(/[\\^]/g, '\\$&')}]`;
      if (mark === '*') return '.*';
      return mark === '?' ? '.' : mark.replace(/[.+^${}()|[\]\\]/g, '\\$&');
    },
  );
  return new RegExp(`^(?:${source})$`, 's').test(name);
}
