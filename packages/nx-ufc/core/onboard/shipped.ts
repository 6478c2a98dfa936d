import type { Analysis } from '../project/analysis';
import type { ModuleInfo } from '../project/types';
import type { FileFacts, FunctionFact } from '../python/facts/types';

/** The modules that ship, each with its facts. */
export function shippedModules({ project }: Analysis): { info: ModuleInfo; facts: FileFacts }[] {
  return [...project.modulesByPath.values()]
    .filter((info) => info.area === 'shipped')
    .map((info) => ({ info, facts: project.facts.get(info.path)! }));
}

/** Functions of the code that ships. */
export function shippedFunctions(analysis: Analysis): FunctionFact[] {
  return shippedModules(analysis).flatMap(({ facts }) => facts.functions);
}

/** Top-level functions, and methods of classes, that no underscore hides. */
export function publicFunctions(analysis: Analysis): FunctionFact[] {
  return shippedFunctions(analysis).filter(
    ({ qualname }) =>
      !qualname.includes('<locals>') && qualname.split('.').every((part) => !part.startsWith('_')),
  );
}
