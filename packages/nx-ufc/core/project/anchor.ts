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
  const named = value?.kind === 'name' && value.resolved?.endsWith('.__name__') ? value.resolved : null;
  const module = named && absoluteName(packageOf(info), named.slice(0, -'.__name__'.length));
  return module ? { package: module, isOwn } : null;
}
