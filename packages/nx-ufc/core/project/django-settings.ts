import type { ProjectFacts } from './types';

const VARIABLE = 'DJANGO_SETTINGS_MODULE';
const PYTEST_SETTINGS = /^(pyproject\.toml|\.?pytest\.ini|tox\.ini|setup\.cfg)$/;

/**
 * The settings that the tests of a Django project run with, as its `manage.py` says; null where pytest is told so itself, or nothing says it
 * (https://docs.djangoproject.com/en/stable/topics/settings/#designating-the-settings).
 */
export function djangoSettingsOf({ facts, tree }: ProjectFacts): string | null {
  const toldToPytest = tree.files.some(
    ({ path, bytes }) => PYTEST_SETTINGS.test(path) && Buffer.from(bytes).toString('utf8').includes(VARIABLE),
  );
  if (toldToPytest) return null;
  const defaults = facts
    .get('manage.py')
    ?.calls.filter(({ callee }) => callee.endsWith('environ.setdefault'));
  for (const { arguments: given } of defaults ?? []) {
    const [name, value] = given.map((one) => (one.value.kind === 'literal' ? one.value.value : null));
    if (name === VARIABLE && typeof value === 'string') return value;
  }
  return null;
}
