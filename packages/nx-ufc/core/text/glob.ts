const patterns = new Map<string, RegExp>();

/** Does a path match a glob of names? `*` stands for one name or a part of one, `**` for any number of names. */
export function matchesGlob(path: string, glob: string): boolean {
  let pattern = patterns.get(glob);
  if (!pattern) {
    const parts = glob
      .split('/')
      .map((part) =>
        part === '**' ? '.*' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*'),
      );
    pattern = new RegExp(`^${parts.join('/')}$`);
    patterns.set(glob, pattern);
  }
  return pattern.test(path);
}
