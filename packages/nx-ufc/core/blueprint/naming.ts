import { UsageError } from '../errors';
import type { Blueprint } from './types';

/** Every name that follows from a project's name. */
export interface CapabilityNames {
  /** Nx project: `my-storage`. */
  project: string;
  /** Import package and distribution: `au_sys_my_storage`. */
  package: string;
  /** `MyStorage` */
  pascal: string;
  /** `my_storage`, for file and function names. */
  identifier: string;
  /** `AU_SYS_MY_STORAGE` */
  environment: string;
  /** Folder below the workspace: `capabilities/my-storage`. */
  folder: string;
}

const PYTHON_KEYWORDS = new Set(
  'False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield match case type'.split(
    ' ',
  ),
);

/**
 * The names of a capability. @param directory folder that holds it, the blueprint's by default
 * @throws UsageError when the name does not match the blueprint's pattern or is reserved
 */
export function capabilityNames(name: string, blueprint: Blueprint, directory?: string): CapabilityNames {
  const { naming } = blueprint;
  const project = name.startsWith(naming.prefix) ? name.slice(naming.prefix.length) : name;
  if (!new RegExp(naming.projectPattern).test(project)) {
    throw new UsageError(
      `"${name}" is no name for a capability: it must match ${naming.projectPattern} (lower case, digits, - or _ between words).`,
    );
  }
  if (naming.reserved.includes(project) || PYTHON_KEYWORDS.has(project)) {
    throw new UsageError(`"${name}" is reserved. Choose a name that says what the capability is for.`);
  }
  const words = project.split(/[-_]/);
  const identifier = words.join('_');
  return {
    project,
    package: naming.prefix + identifier,
    pascal: words.map((word) => word[0].toUpperCase() + word.slice(1)).join(''),
    identifier,
    environment: naming.environmentPrefix + identifier.toUpperCase(),
    folder: directory ?? `${naming.capabilitiesRoot}/${project}`,
  };
}
