import type { CapabilityNames } from '../blueprint/naming';
import type { Blueprint } from '../blueprint/types';
import { includedRouter } from '../registration/included-router';
import { listedElement } from '../registration/listed-element';
import { listedName } from '../registration/listed-name';
import { providedName } from '../registration/provided-name';
import type { Registration } from '../registration/register';
import { registeredService } from '../registration/registered-service';
import { settingField } from '../registration/setting-field';
import type { FeatureInterface, FeatureNames } from './names';
import { featureRouter, featureService, featureSetting } from './names';

/** What files of a capability should know of a feature, by path below the capability. */
export function featureRegistrations(
  feature: FeatureNames,
  names: CapabilityNames,
  interfaces: readonly FeatureInterface[],
  { naming }: Blueprint,
): { path: string; registrations: Registration[] }[] {
  const root = `${naming.sourceRoot}/${names.package}`;
  const service = featureService(feature, names);
  const router = featureRouter(feature, names);
  const hasApi = interfaces.includes('api');
  const commands = `add_${feature.identifier}_commands`;
  return [
    {
      path: `${root}/manifest/plugin.py`,
      registrations: [
        providedName(service.name, naming.pluginSuffix),
        registeredService(service, naming.pluginSuffix),
        ...(hasApi ? [listedElement('the routes', 'ROUTERS', [router.module, router.attribute])] : []),
      ],
    },
    {
      path: `${root}/manifest/config.py`,
      registrations: [settingField(featureSetting(feature), naming.configSuffix)],
    },
    ...(hasApi
      ? [
          {
            path: `${root}/interface/api/app.py`,
            registrations: [includedRouter('the routes', router.module, router.attribute)],
          },
        ]
      : []),
    ...(interfaces.includes('cli')
      ? [
          {
            path: `${root}/interface/cli/main.py`,
            registrations: [
              listedName(
                'the commands',
                'COMMANDS',
                `${names.package}.interface.cli.${feature.identifier}_commands`,
                commands,
              ),
            ],
          },
        ]
      : []),
  ];
}
