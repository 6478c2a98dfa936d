/**
 * The text of a `from` import's module that reaches `target` from inside `fromPackage`, relatively:
 * (`a.core.services`, `a.core.models.user`) → `..models.user`. Null when they share no top-level package, where
 * only an absolute import can reach it (https://docs.python.org/3/reference/import.html#package-relative-imports).
 */
export function relativeModuleText(fromPackage: string, target: string): string | null {
  const here = fromPackage === '' ? [] : fromPackage.split('.');
  const there = target === '' ? [] : target.split('.');
  let shared = 0;
  while (shared < here.length && shared < there.length && here[shared] === there[shared]) shared++;
  if (shared === 0) return null;
  return '.'.repeat(here.length - shared + 1) + there.slice(shared).join('.');
}

/**
 * The absolute name that a relative import means: level 1 is the package itself.
 * Null when the dots lead above the top-level package.
 */
export function absoluteModule(fromPackage: string, level: number, module: string): string | null {
  if (level === 0) return module;
  const parts = fromPackage === '' ? [] : fromPackage.split('.');
  if (level > parts.length) return null;
  const base = parts.slice(0, parts.length - (level - 1));
  return [...base, ...(module ? [module] : [])].join('.');
}

/** The absolute form of a name that facts resolved through imports: dots in front of it are those of a relative import. */
export function absoluteName(fromPackage: string, resolved: string): string | null {
  const [, dots, rest] = /^(\.*)(.*)$/.exec(resolved)!;
  return absoluteModule(fromPackage, dots.length, rest);
}
