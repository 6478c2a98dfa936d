import type { CapabilityNames } from '../blueprint/naming';
import { capabilityNames } from '../blueprint/naming';
import type { Blueprint } from '../blueprint/types';
import type { Setting } from '../manifest/settings';
import type { RouterReference, ServiceReference } from '../manifest/render';

export const FEATURE_INTERFACES = ['api', 'cli'] as const;
export type FeatureInterface = (typeof FEATURE_INTERFACES)[number];

/** Every name that follows from the name of a feature. */
export interface FeatureNames {
  /** `credit-note` */
  name: string;
  /** `credit_note` */
  identifier: string;
  /** `CreditNote` */
  pascal: string;
  /** `credit note` */
  words: string;
  /** Where its entries are kept by default. */
  file: string;
  /** Environment variable that says where. */
  env: string;
  /** Attribute of an application's state. */
  state: string;
}

/** @throws UsageError when the name is none for a feature */
export function featureNames(name: string, capability: CapabilityNames, blueprint: Blueprint): FeatureNames {
  const { project, identifier, pascal } = capabilityNames(name, blueprint);
  return {
    name: project,
    identifier,
    pascal,
    words: project.replaceAll(/[-_]/g, ' '),
    file: `${capability.project}-${project}.json`,
    env: `${capability.environment}_${identifier.toUpperCase()}_FILE`,
    state: `${capability.identifier}_${identifier}`,
  };
}

export function featureSetting({ identifier, env, file, words }: FeatureNames): Setting {
  return {
    field: `${identifier}_file`,
    env,
    type: 'str',
    pythonDefault: JSON.stringify(file),
    yamlDefault: JSON.stringify(file),
    description: `File that keeps every ${words}.`,
  };
}

export function featureService(feature: FeatureNames, capability: CapabilityNames): ServiceReference {
  const { identifier, name, words, state } = feature;
  return {
    name: `${capability.project}.${name}`,
    factory: `make_${identifier}_service`,
    description: `the service of ${words}`,
    module: `${capability.package}.core.services.${identifier}_service`,
    builder: `open_${identifier}_service`,
    argument: `config.${identifier}_file`,
    state,
  };
}

export function featureRouter({ identifier }: FeatureNames, capability: CapabilityNames): RouterReference {
  return {
    module: `${capability.package}.interface.api.${identifier}_routes`,
    attribute: `${identifier}_router`,
  };
}
