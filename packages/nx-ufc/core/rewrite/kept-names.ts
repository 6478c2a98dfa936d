import { callsNamed } from '../project/calls-named';
import { isEntryPointLookup } from '../project/naming-calls';
import { packageOf } from '../project/names';
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
const LOOKUPS = /^(entry_points|iter_entry_points|select|\w*(Extension|Driver)Manager)$/;

const OWN = '(__name__|__package__)';
const TOP = String.raw`((?:\.(?:split|partition)\(\s*["']\.["'](?:\s*,\s*1)?\s*\)\[0\])?)`;
const NAME = new RegExp(`^${OWN}${TOP}$`);
const UPPER = new RegExp(`${OWN}${TOP}(?=\\.upper\\(\\))`, 'g');
/** `f"{__name__}.x"`, `__name__ + ".x"` */
const BELOW = [
  new RegExp(`^f["']\\{${OWN}${TOP}\\}([\\w.-]*)["']$`),
  new RegExp(`^${OWN}${TOP}\\s*\\+\\s*["']([\\w.-]*)["']$`),
];

/**
 * Names that others know, made of that of the package: folders of users' files, translations, variables of the environment
 * (`__name__.upper()`), groups of entry points. They are written out, for the package has another name now.
 */
export function keptNames(context: RewriteContext): PlannedEdit[] {
  const { facts, info, text } = context;
  if (info.area !== 'shipped' || !(text.includes('__name__') || text.includes('__package__'))) return [];
  const folders = callsNamed(facts, FINDERS)
    .filter(({ resolved }) => FINDS.test(resolved ?? ''))
    .flatMap((call) => written(context, call.arguments.slice(0, 1), (value) => nameIn(context, value)));
  const groups = callsNamed(facts, (leaf) => LOOKUPS.test(leaf))
    .filter(isEntryPointLookup)
    .flatMap((call) => written(context, call.arguments, (value) => groupIn(context, value)));
  return [...folders, ...groups, ...upperNames(context)];
}

function written(
  context: RewriteContext,
  given: CallFact['arguments'],
  nameOf: (text: string) => string | null,
): PlannedEdit[] {
  return given.flatMap(({ value, span }) => {
    const name = nameOf(value.text);
    return name === null ? [] : [keptAs(context, span, name)];
  });
}

function keptAs(context: RewriteContext, span: { start: number; end: number }, name: string): PlannedEdit {
  const now = newNameOf(context.mapping, context.info.name);
  const evidence = `own-package: a name that others know, in ${context.info.name}, which is now ${now}`;
  return plannedEdit(context, span, `"${name}"`, 'reference', evidence);
}

/** What such an expression gave; null where it gives the same now. */
function nameIn(context: RewriteContext, text: string): string | null {
  const [, own, top] = NAME.exec(text) ?? [];
  return own === undefined ? null : valueOf(context, own, top !== '');
}

function groupIn(context: RewriteContext, text: string): string | null {
  const [, own, top, rest] = BELOW.map((form) => form.exec(text)).find((found) => found !== null) ?? [];
  const name = own === undefined ? nameIn(context, text) : valueOf(context, own, top !== '');
  const group = name === null ? null : name + (rest ?? '');
  return group !== null && isGroup(context.project.tree, group) ? group : null;
}

function upperNames(context: RewriteContext): PlannedEdit[] {
  const { facts, text } = context;
  if (!text.includes('.upper()')) return [];
  return [...text.matchAll(UPPER)].flatMap(({ 0: whole, 1: own, 2: top, index }) => {
    const isCode = facts.references.some(({ span }) => span.start === index);
    const name = isCode ? valueOf(context, own, top !== '') : null;
    return name === null ? [] : [keptAs(context, { start: index, end: index + whole.length }, name)];
  });
}

/** @param isTop only its first part is asked for */
function valueOf({ info, mapping }: RewriteContext, own: string, isTop: boolean): string | null {
  const name = own === '__name__' ? info.name : packageOf(info);
  if (name === '' || newNameOf(mapping, name) === name) return null;
  return isTop ? name.split('.')[0] : name;
}
