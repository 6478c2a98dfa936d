import type { CallFact } from '../python/facts/types';
import { packageOf } from './names';
import { absoluteName } from './relative';
import type { ModuleInfo } from './types';

/** The package that a relative name given to `import_module` and the like starts from, by its second argument or `package=`; null where that is not told. */
export function anchorGiven(info: ModuleInfo, call: CallFact): { package: string; isOwn: boolean } | null {
  const value = (call.arguments.find((one) => one.keyword === 'package') ?? call.arguments[1])?.value;
  const isOwn =
    value?.kind === 'name' && (value.name === '__package__' || (value.name === '__name__' && info.isPackage));
  if (isOwn) return { package: packageOf(info), isOwn };
  if (value?.kind === 'literal' && typeof value.value === 'string') return { package: value.value, isOwn };
  const module = value?.kind === 'name' ? moduleNamed(info, value.resolved) : null;
  return module === null ? null : { package: module, isOwn };
}

const NAME = '.__name__';

/** The module whose `__name__` a name means that facts resolved: `pkg.sub.__name__`; null for other names. */
export function moduleNamed(info: ModuleInfo, resolved: string | null): string | null {
  return resolved?.endsWith(NAME) ? absoluteName(packageOf(info), resolved.slice(0, -NAME.length)) : null;
}
