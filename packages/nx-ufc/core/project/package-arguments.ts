import type { CallFact, FileFacts, FunctionFact } from '../python/facts/types';
import { modulePrefixLength } from './names';
import type { ProjectFacts } from './types';

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
  const parameters = definition.parameters.slice(definition.class >= 0 ? 1 : 0);
  return PACKAGE.test(keyword ?? parameters[position]?.name ?? '');
}

/** The function of the project that is called, or the constructor of its class. */
function definitionOf(project: ProjectFacts, facts: FileFacts, call: CallFact): FunctionFact | null {
  if (call.resolved === null) return called(facts, call.callee);
  const parts = call.resolved.split('.');
  const length = modulePrefixLength(project, parts);
  const module = project.modules.get(parts.slice(0, length).join('.'));
  const other = module && project.facts.get(module.path);
  return other && parts.length === length + 1 ? called(other, parts[length]) : null;
}

function called({ functions, classes }: FileFacts, name: string): FunctionFact | null {
  const plain = functions.find((one) => one.parentScope === 0 && one.name === name);
  if (plain) return plain;
  const at = classes.findIndex((one) => one.parentScope === 0 && one.name === name);
  return functions.find((one) => at >= 0 && one.class === at && one.name === '__init__') ?? null;
}
