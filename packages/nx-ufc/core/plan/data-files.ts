import { NATIVE_SOURCE } from '../merge/config-references/native-source';
import { isPackageArgument } from '../project/package-arguments';
import { resolveImport } from '../project/resolve';
import type { ProjectFacts, SourceTree } from '../project/types';
import { LOADERS, loadsWhatIsAsked } from '../project/asked-data';
import { callsNamed } from '../project/calls-named';

/** Texts of the modules of a folder, by their paths. */
type Strings = Map<string, Set<string>>;
const cache = new WeakMap<ProjectFacts, Map<string, Strings>>();

/** What a literal is that names no file: `answer["translations"]`. */
const NO_FILE = new Set(['docstring', 'subscript', 'annotation']);

/**
 * The module that opens a data file: the one module of the package whose strings name the file, or its folder, else its suffix, and
 * that lies beside or above it. What lies with the tests is the tests' own, whatever the code says that they try. Null when no module
 * does, or several in different folders do, for what lies in a package of its own that the module does not name, and for headers, which the sources of compiled modules find beside themselves.
 */
export function openedBy(project: ProjectFacts, path: string): string | null {
  if (isIncluded(project, path)) return null;
  const strings = stringsByFolder(project);
  const name = path.slice(path.lastIndexOf('/') + 1);
  const [, suffix] = /[^.](\.\w+)$/.exec(name) ?? [];
  const tests =
    project.layout.tests.map((place) => `${place}/`).find((place) => path.startsWith(place)) ?? '';
  const candidates: string[] = [];
  const bySuffix: string[] = [];
  const byNameAlone = new Set<string>();
  for (let end = path.lastIndexOf('/'); ; end = path.lastIndexOf('/', end - 1)) {
    const inner = path.slice(end + 1);
    const below = inner.indexOf('/');
    const wanted = [inner, name, ...(below < 0 ? [] : [inner.slice(0, below)])];
    for (const [module, values] of strings.get(path.slice(0, end + 1)) ?? []) {
      if (!module.startsWith(tests)) continue;
      if (wanted.some((text) => values.has(text))) candidates.push(module);
      if (below >= 0 && !wanted.some((text) => text !== name && values.has(text))) byNameAlone.add(module);
      if (suffix && values.has(suffix) && looksBeside(project, module)) bySuffix.push(module);
    }
    if (end < 0) break;
  }
  const [opener, ...others] = candidates.length > 0 ? candidates : bySuffix;
  if (opener === undefined || others.length > 0 || asksAnother(project, opener, path)) return null;
  // A module that does not say where the file lies is given the folder, which is that of another package.
  return byNameAlone.has(opener) && candidates.length > 0 && isInOtherPackage(project, path) ? null : opener;
}

function isInOtherPackage({ facts }: ProjectFacts, path: string): boolean {
  return facts.has(`${path.slice(0, path.lastIndexOf('/'))}/__init__.py`);
}

const included = new WeakMap<SourceTree, ReadonlySet<string>>();

/** Does a source in the folder of a header say `#include "header.h"`? */
function isIncluded({ tree }: ProjectFacts, path: string): boolean {
  if (!/\.(h|hh|hpp|hxx|inc)$/i.test(path)) return false;
  let headers = included.get(tree);
  if (!headers) included.set(tree, (headers = includedHeaders(tree)));
  return headers.has(path);
}

/** What sources of other languages include from their own folder. */
function includedHeaders({ files }: SourceTree): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { path, bytes } of files.filter((file) => NATIVE_SOURCE.test(file.path))) {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    for (const [, name] of Buffer.from(bytes)
      .toString('latin1')
      .matchAll(/#[ \t]*include[ \t]+"([^"/\n]+)"/g))
      if (folder + name !== path) found.add(folder + name);
  }
  return found;
}

/** Does a module that looks for nothing beside itself ask one that does, in the folder of the data or above: `join(core.data_path(), "x.dat")`? */
function asksAnother(project: ProjectFacts, opener: string, path: string): boolean {
  const info = project.modulesByPath.get(opener);
  if (!info || looksBeside(project, opener)) return false;
  return project.facts.get(opener)!.imports.some((fact) =>
    fact.names.some((item) => {
      const target = resolveImport(project, info, fact, item);
      const asked = target.kind === 'internal' ? project.modules.get(target.module)?.path : undefined;
      const folder = asked?.slice(0, asked.lastIndexOf('/') + 1);
      return asked !== undefined && path.startsWith(folder!) && looksBeside(project, asked);
    }),
  );
}

/** Does a module read files at its own place, or that of its package? Names of data may be made there: `files(__package__) / (name + ".dat")`. */
function looksBeside(project: ProjectFacts, module: string): boolean {
  const facts = project.facts.get(module);
  return (
    facts !== undefined &&
    (facts.references.some(({ parts }) => parts[0] === '__file__') || callsNamed(facts, LOADERS).length > 0)
  );
}

/**
 * Does a module reach its data by the name of a package that it gives to a loader, and not by its own place? Then what the loader looks
 * for lies below that package.
 */
export function opensByName(project: ProjectFacts, module: string | null, name: string): boolean {
  const facts = module === null ? undefined : project.facts.get(module);
  if (!facts || facts.references.some(({ parts }) => parts[0] === '__file__')) return false;
  const text = project.sources.get(facts.path)?.text ?? '';
  return facts.strings.some(
    ({ value, role, call }, at) =>
      value === name &&
      role === 'argument' &&
      call >= 0 &&
      (isPackageArgument(project, facts, facts.calls[call], at) || loadsWhatIsAsked(text, facts.calls[call])),
  );
}

function stringsByFolder(project: ProjectFacts): Map<string, Strings> {
  const known = cache.get(project);
  if (known) return known;
  const found = new Map<string, Strings>();
  for (const [path, facts] of project.facts) {
    if (project.modulesByPath.get(path)?.area !== 'shipped' || path.endsWith('__init__.py')) continue;
    const values = facts.strings
      .filter((string) => !string.bytes && !NO_FILE.has(string.role) && string.value.length < 200)
      .map((string) => string.value.replace(/^\.?\//, '').replace(/\/$/, ''));
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    if (!found.has(folder)) found.set(folder, new Map());
    found.get(folder)!.set(path, new Set(values));
  }
  cache.set(project, found);
  return found;
}
