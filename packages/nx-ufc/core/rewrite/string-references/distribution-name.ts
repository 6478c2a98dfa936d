import { normaliseName } from '../../project/distributions';
import { asksMetadata } from '../../project/naming-calls';
import { isArgumentFor, takesDistribution } from '../../project/package-arguments';
import type { FileFacts, StringFact } from '../../python/facts/types';
import type { PlannedEdit } from '../../plan/types';
import type { RewriteContext } from '../context';
import { plannedEdit } from '../context';

/** What asks for the version by itself (https://docs.openstack.org/pbr/latest/user/using.html, https://click.palletsprojects.com/en/stable/api/#click.version_option). */
const ASKS = /^pbr\.version\.VersionInfo$/;
const ASKS_BY_KEYWORD: Readonly<Record<string, RegExp>> = { package_name: /^click(\.\w+)*\.version_option$/ };

/**
 * `importlib.metadata.version("my-package")` names the distribution, not the import package: it follows the
 * distribution's new name. Names are compared normalised (PEP 503).
 */
export function distributionName(context: RewriteContext, string: StringFact): PlannedEdit | null {
  const { from, to } = context.mapping.distribution;
  if (from === to || !mayBeNamed(string, from)) return null;
  if (!(asksForDistribution(context.facts, string, from) || isHandedOn(context, string, from))) return null;
  const call = context.facts.calls[string.call];
  const start = string.span.start + string.prefix.length + string.quote.length;
  const span = { start, end: string.span.end - string.quote.length };
  return plannedEdit(context, span, to, 'string', `distribution-name: argument of ${call.callee}()`);
}

/** Most arguments differ from a name in their first letter, or are shorter. */
function mayBeNamed({ role, call, value }: StringFact, name: string): boolean {
  if (role !== 'argument' || call < 0 || value.length < name.length) return false;
  return value[0].toLowerCase() === name[0];
}

/** `package_version("my-package")`, a function of the project that asks for the metadata of what it is given. */
function isHandedOn({ facts, project }: RewriteContext, string: StringFact, name: string): boolean {
  if (normaliseName(string.value) !== name) return false;
  const literal = facts.strings.indexOf(string);
  return isArgumentFor(takesDistribution, project, facts, facts.calls[string.call], literal);
}

/** Is a literal the name of a distribution whose metadata is asked for? @param name normalised (PEP 503) */
export function asksForDistribution({ calls }: FileFacts, string: StringFact, name: string): boolean {
  if (string.role !== 'argument' || string.call < 0) return false;
  const resolved = calls[string.call].resolved ?? calls[string.call].callee;
  const isAsked =
    asksMetadata(resolved) ||
    ASKS.test(resolved) ||
    (string.name !== null && ASKS_BY_KEYWORD[string.name]?.test(resolved));
  return isAsked && normaliseName(string.value) === name;
}
