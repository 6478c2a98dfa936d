import { capabilityNames } from '../blueprint/naming';
import { loadBlueprint } from '../../platform/blueprint';
import { renderServiceManifest, serviceManifestData } from './service-manifest';
import { updateServiceManifest } from './update-service-manifest';

const blueprint = loadBlueprint();
const input = {
  names: capabilityNames('tariffs', blueprint),
  blueprint,
  version: '2.1.0',
  domain: 'core',
  description: 'From the metadata.',
  source: {
    repository_url: '',
    commit_sha: '',
    extraction_date: '',
    extraction_method: 'migration' as const,
  },
  modules: ['au_sys_tariffs.core.fees', 'au_sys_tariffs.interface.cli.main'],
  dependencies: [
    { name: 'pydantic', requirement: 'pydantic>=2.6', group: 'main', file: 'pyproject.toml', line: 1 },
  ],
  provides: ['tariffs'],
  requires: [],
};
const wanted = serviceManifestData(input);

test('what a person wrote stays to the byte, comments too; what the code decides is set, what is missing is added', () => {
  const before = `# Filled in by hand; the platform team reads it.
service_name: au_sys_tariffs
version:   2.0.4   # with the till
description: >-
  Fees
  of shipping.
status: deprecated # since March
provides: [ tariffs, fees ]
dependencies:
  external:
    - {name: pydantic, version: '>=2.5', purpose: parcels}   # not 1
owner: the shipping desk
`;
  const result = updateServiceManifest(before, wanted, '2.1.0');
  if (!result.ok) throw new Error(result.conflict);
  expect(result.text).toContain('version:   2.1.0   # with the till\n');
  expect(result.text).toContain('purpose: parcels}   # not 1\n');
  expect(result.text).toContain('>=2.6');
  const untouched = before.split('\n').filter((line) => !/version/.test(line));
  expect(result.text.split('\n')).toEqual(expect.arrayContaining(untouched));
  expect(result.text).toContain('maintainer: unassigned\n');
  expect(result.text).toContain('    - au_sys_tariffs.core.fees\n');
  expect(updateServiceManifest(result.text, wanted, '2.1.0')).toMatchObject({
    text: result.text,
    applied: [],
  });
});

test('one that is up to date is not written again, and a version that nobody knows is left as it is', () => {
  const text = renderServiceManifest({ ...input, version: '7.0.0' });
  expect(updateServiceManifest(text, wanted, null)).toMatchObject({ text, applied: [] });
});

test('text that is no mapping is refused', () => {
  expect(() => updateServiceManifest('- a\n', wanted, null)).toThrow('no mapping');
  expect(() => updateServiceManifest('a: [\n', wanted, null)).toThrow();
});
