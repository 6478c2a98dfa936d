import { calleeLeaf } from './calls-named';
import { asksMetadata, isEntryPointLookup, isImporter } from './naming-calls';
import type { CallFact, FileFacts, FunctionFact } from '../python/facts/types';
import { bindingsOf } from '../python/facts/resolve';
import { importedModule, modulePrefixLength } from './names';
import type { GivenParameter } from './parametrized';
import type { ModuleInfo, ProjectFacts } from './types';

/** Parameters that take the name of a package to import or to read resources from. */
const PACKAGE =
  /^(pkg|package|pkg_name|package_name|import_name|import_path|dotted_path|module_name|modname)$/;
/** The same, where it is not known whose parameter it is. */
const BY_KEYWORD = /^(pkg_name|package_name|import_name)$/;
/** Parameters that take the name of a logger. */
const LOGGER = /^(logger|logger_name|log_name)$/;
/** Parameters that take the name of a group of entry points, in a module that looks some up. */
const GROUP = /^((entry_?points?_|ep_)?(group|namespace)(_name)?)$/;
const isGetLogger = (call: CallFact) => calleeLeaf(call) === 'getLogger';

/** A parameter that a call gives a literal to; by keyword also one of a function that is not known. */
interface Parameter {
  name: string;
  definition: FunctionFact | null;
}

/** Does a call give the literal (its index in `facts.strings`) to a parameter that is the name of a package? */
export function isPackageArgument(
  project: ProjectFacts,
  facts: FileFacts,
  call: CallFact,
  literal: number,
): boolean {
  return parametersFor(project, facts, call, literal).some(({ name, definition }) =>
    (definition ? PACKAGE : BY_KEYWORD).test(name),
  );
}

/** Does a call give the literal to a parameter of a function of the project that is for something: `takesLogger`, `takesImported`, `takesRun`? */
export function isArgumentFor(
  takes: (project: ProjectFacts, given: GivenParameter) => boolean,
  project: ProjectFacts,
  facts: FileFacts,
  call: CallFact,
  literal: number,
): boolean {
  return parametersFor(project, facts, call, literal).some(
    ({ name, definition }) => definition && takes(project, { name, definition }),
  );
}

/** Is a parameter the name of a package, by what it is called? */
export function takesPackage({ name }: GivenParameter): boolean {
  return PACKAGE.test(name);
}

/** Is a parameter the name of something that its function imports? */
export function takesImported(project: ProjectFacts, given: GivenParameter): boolean {
  return handsTo(project, given, isImporter);
}

/** Is a parameter the name of a logger, by what it is called or since its function makes a logger of it? */
export function takesLogger(project: ProjectFacts, given: GivenParameter): boolean {
  return LOGGER.test(given.name) || handsTo(project, given, isGetLogger);
}

/** Is a parameter the name of a distribution whose metadata its function asks for? */
export function takesDistribution(project: ProjectFacts, given: GivenParameter): boolean {
  return handsTo(project, given, ({ callee, resolved }) => asksMetadata(resolved ?? callee));
}

/** Is a parameter the name of a group of entry points, since the module of its function looks up what is called so? */
export function takesGroup(project: ProjectFacts, { name, definition }: GivenParameter): boolean {
  const facts = [...project.facts.values()].find(({ functions }) => functions.includes(definition));
  return (
    GROUP.test(name) &&
    (facts?.calls ?? []).some(
      (call) =>
        isEntryPointLookup(call) &&
        call.arguments.some(({ value }) => value.kind === 'name' && value.name === name),
    )
  );
}

/** Is a parameter the name of a module that its function runs: `[sys.executable, "-m", name]`, `f"python -m {name}"`? */
export function takesRun({ facts, sources }: ProjectFacts, { name, definition }: GivenParameter): boolean {
  const home = [...facts.values()].find(({ functions }) => functions.includes(definition));
  const source = home && sources.get(home.path);
  if (!source) return false;
  const body = source.text.slice(definition.span.start, definition.span.end);
  return new RegExp(`(["']-m["'],\\s*${name}\\b(?!\\s*[.([])|\\s-m \\{${name}\\})`).test(body);
}

const MAX_HANDS = 4;

/** Does a function give its parameter to another one, as the first argument, or to one that does? */
function handsTo(
  project: ProjectFacts,
  { name, definition }: GivenParameter,
  isOther: (call: CallFact) => boolean,
  hands = 0,
): boolean {
  const facts = [...project.facts.values()].find(({ functions }) => functions.includes(definition));
  const index = facts?.functions.indexOf(definition);
  return (facts?.calls ?? [])
    .filter((call) => call.function === index)
    .some((call) =>
      call.arguments.some(({ value, keyword }, at) => {
        if (value.kind !== 'name' || value.name !== name) return false;
        if (at === 0 && isOther(call)) return true;
        const next = hands < MAX_HANDS ? definitionOf(project, facts!, call.callee, call.resolved) : null;
        const parameter = next && (keyword ?? parametersOf(next)[at]?.name);
        return parameter
          ? handsTo(project, { name: parameter, definition: next! }, isOther, hands + 1)
          : false;
      }),
    );
}

/** What stands behind a function may be its arguments: `later(render, "pkg")`. */
function parametersFor(
  project: ProjectFacts,
  facts: FileFacts,
  call: CallFact,
  literal: number,
): Parameter[] {
  const position = call.arguments.findIndex((argument) => argument.string === literal);
  const before = call.arguments.slice(0, position);
  if (position < 0 || before.some((argument) => argument.starred)) return [];
  const { keyword } = call.arguments[position];
  const callees = [
    { name: call.callee, resolved: call.resolved, at: position },
    ...before.flatMap(({ value }, index) =>
      value.kind === 'name' ? [{ name: value.name, resolved: value.resolved, at: position - index - 1 }] : [],
    ),
  ];
  const known = callees.flatMap(({ name, resolved, at }) => {
    const definition = definitionOf(project, facts, name, resolved);
    const parameter = definition && (keyword ?? parametersOf(definition)[at]?.name);
    return parameter ? [{ name: parameter, definition }] : [];
  });
  return keyword === null ? known : [...known, { name: keyword, definition: null }];
}

/** What a caller gives. */
function parametersOf({ class: owner, decorators, parameters }: FunctionFact): FunctionFact['parameters'] {
  const isBound = owner >= 0 && !decorators.some(({ name }) => name === 'staticmethod');
  return parameters.slice(isBound ? 1 : 0);
}

/** Is `.name` of an object the name of a package, whoever made it? */
export function isPackageAttribute(name: string): boolean {
  return BY_KEYWORD.test(name);
}

/** The function of the project that a name means, or the constructor of its class. */
function definitionOf(
  project: ProjectFacts,
  facts: FileFacts,
  name: string,
  resolved: string | null,
): FunctionFact | null {
  const names = (resolved ?? name).split('.');
  const length = resolved === null ? 0 : modulePrefixLength(project, names);
  const module = project.modules.get(names.slice(0, length).join('.'));
  const home = length === 0 ? facts : module && project.facts.get(module.path);
  return home ? called(project, module, home, names.slice(length)) : null;
}

const MAX_REEXPORTS = 3;

/** `name`, or `Class.method`, of a module; followed through `from .x import name`. */
function called(
  project: ProjectFacts,
  info: ModuleInfo | undefined,
  { functions, classes, scopes, imports }: FileFacts,
  [name, method = '__init__', ...more]: readonly string[],
  depth = 0,
): FunctionFact | null {
  if (name === undefined || more.length > 0) return null;
  const plain = functions.find((one) => one.parentScope === 0 && one.name === name);
  if (plain) return plain;
  const at = classes.findIndex((one) => one.parentScope === 0 && one.name === name);
  if (at >= 0) return functions.find((one) => one.class === at && one.name === method) ?? null;
  const binding = bindingsOf(scopes[0], name)?.find((one) => one.kind === 'import');
  const fact = binding && imports[binding.index];
  const from = fact?.kind === 'from' && info ? importedModule(info, fact) : null;
  const next = from === null ? undefined : project.modules.get(from);
  const other = next && project.facts.get(next.path);
  if (!binding || !other || depth === MAX_REEXPORTS) return null;
  return called(project, next, other, [fact!.names[binding.sub].name, method], depth + 1);
}
