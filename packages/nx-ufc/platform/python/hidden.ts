import { delimiter, join } from 'node:path';

/** Python imports the module in it before anything else (https://docs.python.org/3/library/site.html#module-sitecustomize). */
const HIDING = join(__dirname, 'hidden');

/**
 * Variables that hide packages from the code of a project, in every Python that gets them; what is installed in the environment keeps finding them.
 * @param names dotted; none gives the variables as they are @param variables of the environment, whose path is kept
 */
export function hiding(
  names: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Record<string, string> {
  if (names.length === 0) return { ...variables };
  const path = [HIDING, variables.PYTHONPATH ?? process.env.PYTHONPATH].filter(Boolean).join(delimiter);
  return { ...variables, PYTHONPATH: path, UFC_HIDDEN: names.join(',') };
}
