import { previousItem, type StringReference, type StringReferenceKind } from './kind';

/**
 * Settings of frameworks whose values are import names: Django's, Celery's, Flask's, Scrapy's, pytest's, Sphinx's, gunicorn's,
 * dependency-injector's `wire(packages=…)`.
 */
const SETTINGS =
  /^(INSTALLED_APPS|\w*_APPS|MIDDLEWARE(_CLASSES)?|ROOT_URLCONF|[WA]SGI_APPLICATION|AUTHENTICATION_BACKENDS|DJANGO_SETTINGS_MODULE|SETTINGS_MODULE|default_app_config|CELERY_(IMPORTS|INCLUDE)|imports|include|FLASK_APP|SPIDER_MODULES|NEWSPIDER_MODULE|pytest_plugins|extensions|wsgi_app|packages|modules)$/;
/** Short names that mean something else as a plain variable. */
const KEYWORD_ONLY = /^(imports|include|packages|modules)$/;

/** Pyramid runs what such calls name (https://docs.pylonsproject.org/projects/pyramid/en/latest/narr/extconfig.html). */
const CONFIGURES = /(^|\.)(\w*_)?(config|configurator)\d*\.(include|scan)$/;

/** The name of a package in a setting that lists what to import: `INSTALLED_APPS = ["pkg"]`, `Celery(include=["pkg"])`. */
export const settingsList: StringReferenceKind = {
  id: 'settings-list',
  inProgram: 'any',
  match(reference) {
    const { whole, moduleLength, path } = reference;
    if (isTaskPattern(reference)) return 'names of tasks';
    if (!whole || moduleLength === 0 || moduleLength < path.parts.length - 1) return null;
    const { call, position } = reference;
    if (call && position === 0 && CONFIGURES.test(call.callee)) return `given to ${call.callee}()`;
    const name = settingOf(reference) ?? variableOf(reference);
    return name === null ? null : `listed in ${name}`;
  },
};

/** Settings by the names of tasks, which begin with their modules (https://docs.celeryq.dev/en/stable/userguide/configuration.html#task-routes). */
const TASK_SETTINGS = /^(CELERY_)?(TASK_)?(ROUTES|ANNOTATIONS)$/i;

/** `task_routes = {"pkg.tasks.*": "slow"}` */
function isTaskPattern({ context, string, path, moduleLength }: StringReference): boolean {
  if (moduleLength !== path.parts.length || string.value !== `${path.parts.join('.')}.*`) return false;
  const holds = ({ span }: { span: { start: number; end: number } }) =>
    span.start <= string.span.start && string.span.end <= span.end;
  const { assignments, calls } = context.facts;
  const target = assignments.findLast(holds)?.target.split('.').at(-1);
  const keyword = calls.findLast(holds)?.arguments.find(holds)?.keyword;
  return TASK_SETTINGS.test(target ?? '') || TASK_SETTINGS.test(keyword ?? '');
}

/** The setting that a literal is the value of, or stands in a list for. */
function settingOf({ context, string }: StringReference): string | null {
  const { facts } = context;
  if (string.role === 'argument' && string.name !== null) return named(string.name, true);
  if (!['element', 'assignment', 'other'].includes(string.role)) return null;
  const holds = (span: { start: number; end: number }) =>
    span.start <= string.span.start && string.span.end <= span.end;
  const call = facts.calls.findLast((one) => holds(one.span));
  const argument = call?.arguments.find((one) => holds(one.span));
  if (argument) return argument.keyword === null ? null : named(argument.keyword, true);
  const assignment = facts.assignments.findLast((one) => holds(one.span));
  return assignment ? named(assignment.target.split('.').at(-1)!, /\./.test(assignment.target)) : null;
}

/** The variable of an environment that is set: `environ.setdefault("FLASK_APP", "pkg")`, `environ["FLASK_APP"] = "pkg"`. */
function variableOf(reference: StringReference): string | null {
  const { context, string } = reference;
  const before = context.text.slice(Math.max(0, string.span.start - 60), string.span.start);
  const name = /\[["'](\w+)["']\]\s*=\s*$/.exec(before)?.[1] ?? previousItem(reference);
  return name !== null && /_(MODULE|APP)$/.test(name) ? named(name, true) : null;
}

function named(name: string, qualified: boolean): string | null {
  return SETTINGS.test(name) && (qualified || !KEYWORD_ONLY.test(name)) ? name : null;
}
