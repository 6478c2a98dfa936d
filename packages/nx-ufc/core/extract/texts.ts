import { offersDefinition } from '../project/handed-on';
import { lazyNames } from '../project/lazy-tables';
import { definesName, modulePrefixLength } from '../project/names';
import type { ModuleInfo, ProjectFacts } from '../project/types';
import type { FileFacts, StringFact } from '../python/facts/types';

/** A text that is nothing but the path of a module, or of a name in one. */
const PATH = /^[A-Za-z_]\w*(?:\.\w+)*(?::[A-Za-z_]\w*(?:\.\w+)*)?$/;
/** Texts that are compared, looked up or shown name a module, but nobody imports what they name. */
const SAID = new Set<StringFact['role']>(['docstring', 'comparison', 'subscript', 'annotation']);
/** Calls that take names of loggers, write messages, or change what is there. */
const SAYING =
  /(^|[._])(get_?logger|getChild|log|debug|info|warn\w*|error|exception|deprecat\w*|patch\w*|[sd]e[tl]attr|print)$/i;
/** Settings of frameworks that list what is imported, by a single word, too. */
const LISTING = /(APPS|MIDDLEWARE|BACKENDS|EXTENSIONS|PLUGINS|extensions|plugins)$/;

/**
 * Modules that shipped code names by a whole text, to import them when it runs: `"pkg.config.Config"`, `"pkg.loaders:Loader"`, an entry of
 * a table or a list. A name behind the module must be there; itself and packages above it a module needs for no text.
 */
export function modulesInTexts(project: ProjectFacts, info: ModuleInfo): string[] {
  const facts = project.facts.get(info.path);
  if (!facts) return [];
  const roots = new Set(project.layout.roots.map((root) => root.name));
  const found = new Set<string>();
  for (const string of facts.strings) {
    if (!PATH.test(string.value) || !roots.has(string.value.split(/[.:]/, 1)[0])) continue;
    if (!isImported(project, info, facts, string)) continue;
    const module = named(project, string.value);
    if (module !== null && !`${info.name}.`.startsWith(`${module}.`)) found.add(module);
  }
  return [...found];
}

/** Modules of a package that it imports when a name of theirs is asked of it. */
export function lazyModules(project: ProjectFacts, info: ModuleInfo): string[] {
  const facts = project.facts.get(info.path);
  const text = project.sources.get(info.path)?.text;
  if (!facts || text === undefined) return [];
  const names = lazyNames(project, info, facts, text)?.names ?? [];
  return [...new Set(names.map(({ module }) => module).filter((module) => project.modules.has(module)))];
}

/** Top-level modules of other distributions that texts of a file name in the same way, as dotted names. */
export function outsideInTexts(project: ProjectFacts, info: ModuleInfo): string[] {
  const facts = project.facts.get(info.path);
  if (!facts) return [];
  const strings = facts.strings.filter(
    (string) =>
      PATH.test(string.value) &&
      (string.value.includes('.') || isListed(facts, string)) &&
      isImported(project, info, facts, string),
  );
  return [...new Set(strings.map(({ value }) => value.replace(':', '.')))];
}

function isImported(project: ProjectFacts, info: ModuleInfo, facts: FileFacts, string: StringFact): boolean {
  if (SAID.has(string.role) || string.formatted || string.bytes) return false;
  if (string.role === 'argument') return !SAYING.test(facts.calls[string.call]?.callee ?? '');
  // Loggers in a configuration of logging are keys whose values are tables, too.
  const after = project.sources.get(info.path)?.text.slice(string.span.end, string.span.end + 20) ?? '';
  return string.role !== 'key' || !/^\s*:\s*\{/.test(after);
}

function isListed({ assignments }: FileFacts, { role, span }: StringFact): boolean {
  if (role !== 'element') return false;
  const around = assignments.findLast((one) => one.span.start <= span.start && span.end <= one.span.end);
  return around !== undefined && LISTING.test(around.target);
}

/** The module that a path names: whole, or with a name behind it that the module has. */
function named(project: ProjectFacts, value: string): string | null {
  const [dotted, object] = value.split(':');
  const parts = dotted.split('.');
  const length = modulePrefixLength(project, parts);
  const module = parts.slice(0, length).join('.');
  if (!project.modules.has(module)) return null;
  const name = length < parts.length ? parts[length] : object?.split('.')[0];
  if (name === undefined) return length > 1 ? module : null;
  return definesName(project, module, name) || offersDefinition(project, module, name) ? module : null;
}
