import type { CallFact, FileFacts, FunctionFact } from '../python/facts/types';
import { bindingsOf } from '../python/facts/resolve';
import { importedModule, modulePrefixLength } from './names';
import type { ModuleInfo, ProjectFacts } from './types';

/** Parameters that take the name of a package to import or to read resources from. */
const PACKAGE = /^(pkg|package|pkg_name|package_name|import_name|module_name)$/;
/** The same, where it is not known whose parameter it is. */
const BY_KEYWORD = /^(pkg_name|package_name|import_name)$/;

/** Does a call give the literal (its index in `facts.strings`) to a parameter that is the name of a package? */
export function isPackageArgument(
  project: ProjectFacts,
  facts: FileFacts,
  call: CallFact,
  literal: number,
): boolean {
  const position = call.arguments.findIndex((argument) => argument.string === literal);
  if (position < 0 || call.arguments.slice(0, position).some((argument) => argument.starred)) return false;
  const { keyword } = call.arguments[position];
  if (keyword !== null && BY_KEYWORD.test(keyword)) return true;
  const definition = definitionOf(project, facts, call);
  if (!definition) return false;
  const isBound = definition.class >= 0 && !definition.decorators.some(({ name }) => name === 'staticmethod');
  const parameters = definition.parameters.slice(isBound ? 1 : 0);
  return PACKAGE.test(keyword ?? parameters[position]?.name ?? '');
}

/** Is `.name` of an object the name of a package, whoever made it? */
export function isPackageAttribute(name: string): boolean {
  return BY_KEYWORD.test(name);
}

/** The function of the project that is called, or the constructor of its class. */
function definitionOf(project: ProjectFacts, facts: FileFacts, call: CallFact): FunctionFact | null {
  const names = (call.resolved ?? call.callee).split('.');
  const length = call.resolved === null ? 0 : modulePrefixLength(project, names);
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
