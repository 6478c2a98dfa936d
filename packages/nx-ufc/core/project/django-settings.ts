import type { ProjectFacts } from './types';

const VARIABLE = 'DJANGO_SETTINGS_MODULE';
const PYTEST_SETTINGS = /^(pyproject\.toml|\.?pytest\.ini|tox\.ini|setup\.cfg)$/;

/** Do pytest's own settings say which ones of Django it runs with? */
export function tellsPytestSettings({ tree }: ProjectFacts): boolean {
  return tree.files.some(
    ({ path, bytes }) => PYTEST_SETTINGS.test(path) && Buffer.from(bytes).toString('utf8').includes(VARIABLE),
  );
}

/** What modules of a Django project find in their environment when its commands import them. */
export function djangoEnvironment(project: ProjectFacts): Record<string, string> {
  const settings = djangoSettingsOf(project);
  return settings === null ? {} : { [VARIABLE]: settings };
}

/**
 * The settings that a Django project runs with, as its `manage.py` says; null when nothing says it
 * (https://docs.djangoproject.com/en/stable/topics/settings/#designating-the-settings).
 */
export function djangoSettingsOf({ facts }: ProjectFacts): string | null {
  const defaults = facts
    .get('manage.py')
    ?.calls.filter(({ callee }) => callee.endsWith('environ.setdefault'));
  for (const { arguments: given } of defaults ?? []) {
    const [name, value] = given.map((one) => (one.value.kind === 'literal' ? one.value.value : null));
    if (name === VARIABLE && typeof value === 'string') return value;
  }
  return null;
}
