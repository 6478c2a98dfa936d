import { isAppConfig } from '../../project/django-apps';
import type { StringReferenceKind } from './kind';

/** The package that an `AppConfig` of Django names (https://docs.djangoproject.com/en/stable/ref/applications/#django.apps.AppConfig.name). */
export const djangoApp: StringReferenceKind = {
  id: 'django-app',
  inProgram: 'importing',
  match({ context, string, whole, moduleLength, path }) {
    if (
      !whole ||
      moduleLength !== path.parts.length ||
      string.role !== 'assignment' ||
      string.name !== 'name'
    )
      return null;
    const holder = context.facts.classes.find(({ scopeId }) => scopeId === string.scopeId);
    return holder && isAppConfig(holder) ? `package of the app ${holder.name}` : null;
  },
};
