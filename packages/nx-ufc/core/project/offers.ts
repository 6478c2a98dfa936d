import type { FileFacts, ImportFact, ImportedName } from '../python/facts/types';
import { bindingsOf } from '../python/facts/resolve';
import { firstName } from './first-name';
import { definesName, importedModule, isModule } from './names';
import { putsNamesIntoModules } from './names-put';
import { resolveImport } from './resolve';
import type { ModuleInfo, ProjectFacts } from './types';

const FRAME = /^(sys\._getframe|inspect\.(currentframe|stack))$/;

/** Does a module have an attribute, as far as its text tells? Star imports, `__getattr__` and files that do not parse may have any. */
export function offers(project: ProjectFacts, module: string, attribute: string, depth = 0): boolean {
  const info = project.modules.get(firstName(project, module));
  const facts = info && project.facts.get(info.path);
  if (!info || !facts || facts.parseErrors.length > 0 || facts.moduleGetattr || /^__\w+__$/.test(attribute))
    return true;
  if (definesName(project, module, attribute) || isModule(project, `${module}.${attribute}`)) return true;
  if (
    changesItself(facts) ||
    isBoundByCall(facts, attribute) ||
    isNamedByDecorator(project, info, facts, attribute)
  )
    return true;
  if (putsNamesIntoModules(project) && facts.classes.some((one) => isMadeOf(attribute, one))) return true;
  return facts.imports.some((fact) =>
    fact.names.some((item) => item.name === '*' && starOffers(project, info, fact, item, attribute, depth)),
  );
}

function starOffers(
  project: ProjectFacts,
  info: ModuleInfo,
  fact: ImportFact,
  item: ImportedName,
  attribute: string,
  depth: number,
): boolean {
  const target = resolveImport(project, info, fact, item);
  return target.kind !== 'internal' || depth > 20 || offers(project, target.module, attribute, depth + 1);
}

/** `globals().update(...)`, `globals()[...] =`, `sys.modules[__name__] = …`, `setattr(module, …)`. */
function changesItself(facts: {
  calls: { callee: string; resolved: string | null }[];
  references: { resolved: string | null }[];
}): boolean {
  return (
    facts.calls.some((call) => call.resolved === 'builtins.globals' || call.resolved === 'builtins.exec') ||
    facts.references.some((reference) => reference.resolved === 'sys.modules')
  );
}

/** `deprecated("…", name="pkg.mod:Name")`, `define_from("pkg.mod", "Name")`: a call of the module may bind what it is given with its home. */
function isBoundByCall({ calls }: FileFacts, attribute: string): boolean {
  return calls.some(({ run, arguments: given }) => {
    if (run !== 'module') return false;
    const texts = given.map(({ keyword, value }) => ({
      keyword,
      text: value.kind === 'literal' ? String(value.value) : '',
    }));
    const isHome = ({ text }: { text: string }) => /^\w+(\.\w+)+(:\w+)?$/.test(text);
    return texts.some(
      ({ keyword, text }) =>
        (keyword === attribute && isHome({ text })) ||
        (keyword === null &&
          text === attribute &&
          texts.some((other) => other.keyword === null && isHome(other))),
    );
  });
}

/** A decorator of the project that reaches the names of the module which it decorates may add some: `@also_in_python` of `X` adds `XPy`. */
function isNamedByDecorator(
  project: ProjectFacts,
  info: ModuleInfo,
  facts: FileFacts,
  attribute: string,
): boolean {
  return [...facts.classes, ...facts.functions].some(
    (one) =>
      isMadeOf(attribute, one) &&
      one.decorators.some((decorator) => reachesCaller(project, info, facts, decorator.name)),
  );
}

/** `HistoricalPoll` may be what something made of the `Poll` at the top of a module. */
function isMadeOf(attribute: string, { name, parentScope }: { name: string; parentScope: number }): boolean {
  return parentScope === 0 && attribute.includes(name);
}

/** A function that the module imports from the project and that takes the frame of its caller. */
function reachesCaller(project: ProjectFacts, info: ModuleInfo, facts: FileFacts, name: string): boolean {
  return (bindingsOf(facts.scopes[0], name) ?? []).some(({ kind, index, sub }) => {
    const fact = kind === 'import' ? facts.imports[index] : undefined;
    const from = fact?.kind === 'from' ? importedModule(info, fact) : null;
    const home = from === null ? undefined : project.facts.get(project.modules.get(from)?.path ?? '');
    const at = home?.functions.findIndex((one) => one.name === fact!.names[sub].name) ?? -1;
    return at >= 0 && home!.calls.some((call) => call.function === at && FRAME.test(call.resolved ?? ''));
  });
}
