import { loadBlueprint, readSchema } from '../../platform/blueprint';
import { schemaErrors } from '../schema/validate';
import { ZERO_TOLERANCE_RULES } from '../compliance/zero-tolerance';
import { VERIFY_RULES } from '../compliance/verify';

const blueprint = loadBlueprint();

test('roles lie in slots of their layers', () => {
  for (const role of blueprint.roles)
    expect([role.id, blueprint.layers.find((layer) => layer.id === role.layer)?.slots]).toEqual([
      role.id,
      expect.arrayContaining([role.slot]),
    ]);
});

test('weights are for roles that exist', () => {
  const roles = new Set(blueprint.roles.map((role) => role.id));
  for (const [id, { role }] of Object.entries(blueprint.classification.weights))
    expect([id, roles.has(role)]).toEqual([id, true]);
});

test('every rule of a gate is defined, and every definition has a rule', () => {
  const implemented = new Set([
    ...ZERO_TOLERANCE_RULES.map((rule) => rule.id),
    'UNUSED_ALLOW',
    ...VERIFY_RULES.flatMap((rule) => rule.ids),
  ]);
  expect(new Set(blueprint.rules.map((rule) => rule.id))).toEqual(implemented);
});

test('a mistake in a blueprint is found by its schema', () => {
  expect(schemaErrors(readSchema('blueprint'), { ...blueprint, layers: [], extra: 1 })).toEqual(
    expect.arrayContaining([expect.stringContaining('/layers'), expect.stringContaining('"extra"')]),
  );
});

test('an unknown blueprint is named', () =>
  expect(() => loadBlueprint('ufc-99')).toThrow(/There is no blueprint "ufc-99"/));
