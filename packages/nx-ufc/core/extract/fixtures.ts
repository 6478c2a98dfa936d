import { parentOf } from '../project/module-name';
import type { ModuleInfo, ProjectFacts } from '../project/types';
import type { DecoratorFact, FileFacts, FunctionFact } from '../python/facts/types';

/**
 * The modules without which a test does not run although it does not import them: the `__init__`s of the packages it is in, and the
 * `conftest.py`s above it and plugins that define fixtures which it asks for (https://docs.pytest.org/en/stable/reference/fixtures.html).
 * @param plugins modules that the source installs as plugins of pytest
 */
export function fixtureModules(
  project: ProjectFacts,
  plugins: readonly string[],
  test: ModuleInfo,
): string[] {
  const found: string[] = [];
  for (let name = parentOf(test.name); name !== ''; name = parentOf(name))
    if (project.modules.get(name)?.area === 'test') found.push(name);
  const asked = askedBy(project.facts.get(test.path));
  for (const path of conftestsAbove(test.path)) {
    const info = project.modulesByPath.get(path);
    const facts = info && project.facts.get(path);
    if (!facts || info.path === test.path || !project.modules.has(info.name)) continue;
    const given = fixturesAskedFor(facts, asked);
    if (given.length === 0 && !facts.functions.some((one) => isAutomatic(facts, one))) continue;
    found.push(info.name);
    for (const one of given) for (const { name } of one.parameters) asked.add(name);
  }
  const gives = (plugin: string) =>
    fixturesAskedFor(project.facts.get(project.modules.get(plugin)?.path ?? ''), asked).length > 0;
  return [...found, ...plugins.filter(gives)];
}

function fixturesAskedFor(facts: FileFacts | undefined, asked: ReadonlySet<string>): FunctionFact[] {
  return (facts?.functions ?? []).filter((one) => {
    const name = fixtureName(facts!, one);
    return name !== null && asked.has(name);
  });
}

/** From the nearest folder up to the root. */
function conftestsAbove(path: string): string[] {
  const found: string[] = [];
  for (let at = path.lastIndexOf('/'); at >= 0; at = at === 0 ? -1 : path.lastIndexOf('/', at - 1))
    found.push(`${path.slice(0, at)}/conftest.py`);
  return [...found, 'conftest.py'];
}

/** Names that functions of a test file take as arguments, and those of `usefixtures`. */
function askedBy(facts: FileFacts | undefined): Set<string> {
  const asked = new Set<string>();
  for (const one of facts?.functions ?? []) for (const { name } of one.parameters) asked.add(name);
  for (const { role, call, value } of facts?.strings ?? [])
    if (role === 'argument' && /(^|\.)(usefixtures|getfixturevalue)$/.test(facts!.calls[call]?.callee ?? ''))
      asked.add(value);
  for (const one of facts?.functions ?? []) asked.delete(fixtureName(facts!, one) ?? '');
  return asked;
}

/** The name under which tests ask for a fixture; null for another function. */
function fixtureName(facts: FileFacts, one: FunctionFact): string | null {
  const decorator = decoratorOf(one);
  if (!decorator) return null;
  const named = facts.calls[decorator.call]?.arguments.find(({ keyword }) => keyword === 'name')?.value;
  return named?.kind === 'literal' && typeof named.value === 'string' ? named.value : one.name;
}

function decoratorOf({ decorators }: FunctionFact): DecoratorFact | undefined {
  return decorators.find(({ name }) => /(^|\.)(yield_)?fixture$/.test(name));
}

/** Hooks of pytest run for every test, and so does what is used without being asked for. */
function isAutomatic(facts: FileFacts, one: FunctionFact): boolean {
  if (one.parentScope === 0 && one.name.startsWith('pytest_')) return true;
  const given = facts.calls[decoratorOf(one)?.call ?? -1]?.arguments ?? [];
  return given.some(({ keyword, value }) => keyword === 'autouse' && value.text === 'True');
}
