/** What mypy shows is read line by line, whatever the settings of the project say (https://mypy.readthedocs.io/en/stable/config_file.html). */
export const MYPY_FORMAT: readonly string[] = [
  '--no-pretty',
  '--show-error-codes',
  '--show-column-numbers',
  '--no-error-summary',
  '--no-color-output',
];

/** mypy imports its plugins into its own process, so it must find those that the project needs. Did it miss one? */
export function lacksPlugin(output: string): boolean {
  return /error: (Error importing plugin|Can't find plugin) /.test(output);
}

/**
 * Arguments of Python that run mypy with the packages of another environment behind its own: what is installed there editable, the
 * project's own plugin too, counts.
 */
export function mypyWithPackagesOf(folder: string): string[] {
  const program = `import site; site.addsitedir(${JSON.stringify(folder)}); from mypy.__main__ import console_entry; console_entry()`;
  return ['-c', program];
}
