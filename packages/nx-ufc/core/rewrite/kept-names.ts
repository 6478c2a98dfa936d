import { callsNamed } from '../project/calls-named';
import { entryPointLookups } from '../project/naming-calls';
import { givenText, OWN_VALUE, ownValue } from '../project/own-value';
import type { CallFact } from '../python/facts/types';
import type { PlannedEdit } from '../plan/types';
import { newNameOf, plannedEdit, type RewriteContext } from './context';
import { isGroup } from './string-references/entry-point-group';

/**
 * What finds files of users or translations by a name (https://platformdirs.readthedocs.io/en/latest/api.html,
 * https://click.palletsprojects.com/en/stable/api/#click.get_app_dir, https://docs.python.org/3/library/gettext.html).
 */
const FINDERS = new Set([
  ...['user', 'site'].flatMap((whose) =>
    ['config', 'data', 'cache', 'log', 'state', 'runtime'].flatMap((what) => [
      `${whose}_${what}_dir`,
      `${whose}_${what}_path`,
    ]),
  ),
  ...['AppDirs', 'PlatformDirs', 'get_app_dir', 'save_config_path', 'save_data_path', 'save_cache_path'],
  ...['translation', 'textdomain', 'bindtextdomain'],
]);
const FINDS = /^(appdirs|platformdirs|click|gettext|xdg|xdg\.BaseDirectory)\./;
const UPPER = new RegExp(`${OWN_VALUE}(?=\\.upper\\(\\))`, 'g');
/** `f"{__name__}.x"`, `__name__ + ".x"` */
const BELOW = [
  new RegExp(`^f["']\\{(?<own>${OWN_VALUE})\\}(?<rest>[\\w.-]*)["']$`),
  new RegExp(`^(?<own>${OWN_VALUE})\\s*\\+\\s*["'](?<rest>[\\w.-]*)["']$`),
];

/**
 * Names that others know, made of that of the package: folders of users' files, translations, variables of the environment
 * (`__name__.upper()`), groups of entry points. They are written out, for the package has another name now.
 */
export function keptNames(context: RewriteContext): PlannedEdit[] {
  const { facts, info, mapping, text } = context;
  if (info.area !== 'shipped' || newNameOf(mapping, info.name) === info.name) return [];
  if (!(text.includes('__name__') || text.includes('__package__'))) return [];
  const folders = callsNamed(facts, FINDERS)
    .filter(({ resolved }) => FINDS.test(resolved ?? ''))
    .flatMap((call) => written(context, call.arguments.slice(0, 1), (value) => nameIn(context, value)));
  const groups = entryPointLookups(facts).flatMap((call) =>
    written(context, call.arguments, (value) => groupIn(context, value)),
  );
  return [...folders, ...groups, ...upperNames(context)];
}

function written(
  context: RewriteContext,
  given: CallFact['arguments'],
  nameOf: (text: string) => string | null,
): PlannedEdit[] {
  return given.flatMap(({ value, span }) => {
    const name = nameOf(givenText(context.facts, value));
    return name === null ? [] : [keptAs(context, span, name)];
  });
}

function keptAs(context: RewriteContext, span: { start: number; end: number }, name: string): PlannedEdit {
  const now = newNameOf(context.mapping, context.info.name);
  const evidence = `own-package: a name that others know, in ${context.info.name}, which is now ${now}`;
  return plannedEdit(context, span, `"${name}"`, 'reference', evidence);
}

/** What such an expression gave; null where it gives the same now. */
function nameIn({ info, mapping }: RewriteContext, text: string): string | null {
  const name = ownValue(info, text);
  return name && newNameOf(mapping, name) !== name ? name : null;
}

function groupIn(context: RewriteContext, text: string): string | null {
  const { own = text, rest = '' } = BELOW.map((form) => form.exec(text)?.groups).find((found) => found) ?? {};
  const name = nameIn(context, own);
  return name !== null && isGroup(context.project.tree, name + rest) ? name + rest : null;
}

function upperNames(context: RewriteContext): PlannedEdit[] {
  const { facts, text } = context;
  if (!text.includes('.upper()')) return [];
  return [...text.matchAll(UPPER)].flatMap(({ 0: whole, index }) => {
    const isCode = facts.references.some(({ span }) => span.start === index);
    const name = isCode ? nameIn(context, whole) : null;
    return name === null ? [] : [keptAs(context, { start: index, end: index + whole.length }, name)];
  });
}
