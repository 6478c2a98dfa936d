import { editToml } from '../merge/toml/edit';
import type { Analysis } from '../project/analysis';

/** pyproject.toml of an extracted package: its own name, the dependencies that it uses, the packages that it has. */
export function extractedPyproject(
  { metadata, project }: Analysis,
  name: string,
  uses: ReadonlySet<string>,
  roots: readonly string[],
): { text: string; dependencies: string[] } {
  const main = metadata.dependencies.filter((one) => one.group === 'main' && uses.has(one.name));
  const tests = metadata.dependencies.filter(
    (one) => one.group !== 'main' && uses.has(one.name) && !main.some((other) => other.name === one.name),
  );
  const dependencies = [...new Set(main.map((one) => one.requirement))];
  const testing = [...new Map(tests.map((one) => [one.name, one.requirement])).values()];
  const result = editToml('', [
    { op: 'set', path: ['build-system', 'requires'], value: ['hatchling>=1.24'] },
    { op: 'set', path: ['build-system', 'build-backend'], value: 'hatchling.build' },
    { op: 'set', path: ['project', 'name'], value: name },
    { op: 'set', path: ['project', 'version'], value: metadata.version ?? '0.0.0' },
    {
      op: 'set',
      path: ['project', 'description'],
      value: `Extracted from ${metadata.name ?? project.name}.`,
    },
    ...(metadata.requiresPython
      ? [{ op: 'set', path: ['project', 'requires-python'], value: metadata.requiresPython } as const]
      : []),
    { op: 'set', path: ['project', 'dependencies'], value: dependencies },
    ...(testing.length > 0
      ? [{ op: 'set', path: ['dependency-groups', 'test'], value: testing } as const]
      : []),
    { op: 'set', path: ['tool', 'hatch', 'build', 'targets', 'wheel', 'packages'], value: [...roots] },
  ]);
  if (!result.ok) throw new Error(`pyproject.toml could not be written: ${result.conflict}`);
  return { text: result.text, dependencies };
}
