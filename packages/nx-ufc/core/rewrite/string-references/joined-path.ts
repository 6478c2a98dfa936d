import type { CallFact, StringFact } from '../../python/facts/types';
import type { PlannedEdit } from '../../plan/types';
import type { RewriteContext } from '../context';
import { plannedEdit } from '../context';
import { targetsOf } from '../locations/targets';
import { isCalled, READERS, runsAtRoot } from './path-readers';

/** `os.path.join` and those that other names lead to. */
const JOIN = /(^|\.)path\.join$/;

/**
 * `os.path.join("src", "pkg", "x.c")`, seen from its first literal: the path of a file or folder that moved, from the working folder,
 * which is that of the project for tests and tools. What is joined behind the literals stays.
 */
export function joinedPath(
  context: RewriteContext,
  string: StringFact,
): { edit: PlannedEdit; certain: boolean } | null {
  const { facts, info, project, mapping } = context;
  const call = pathJoin(context, string);
  if (!call || info.area === 'shipped') return null;
  const isBuild = runsAtRoot(context);
  const all = leadingLiterals(context, call.arguments);
  // A build joins paths to the folder that it runs in.
  const isBelow = all.length === 0 && isBuild;
  const literals = isBelow ? leadingLiterals(context, call.arguments.slice(1)) : all;
  if (literals[0] !== string || string.value.startsWith('.')) return null;
  const path = literals.flatMap(({ value }) => value.split('/')).join('/');
  const targets = targetsOf(mapping, project);
  const isWhole = literals.length + (isBelow ? 1 : 0) === call.arguments.length;
  const isThere = (isWhole && targets.isFile(path)) || (!isBelow && targets.isFolder(path));
  if (!path.includes('/') || !isThere) return null;
  const target = targets.of(path);
  if (target === null || target === path) return null;
  const text = quotedParts(string, target);
  const span = { start: string.span.start, end: literals.at(-1)!.span.end };
  const edit = plannedEdit(context, span, text, 'string', `path-string: ${path} is now ${target}`, call.line);
  return { edit, certain: isBuild || isCalled(facts, call, READERS) };
}

/** The call of `os.path.join` that a literal is an argument of. */
export function pathJoin({ facts }: RewriteContext, { role, call: index }: StringFact): CallFact | undefined {
  const call = role === 'argument' ? facts.calls[index] : undefined;
  return call && JOIN.test(call.resolved ?? call.callee) ? call : undefined;
}

/** A path as arguments of `os.path.join`, written like a literal. */
export function quotedParts({ prefix, quote }: StringFact, path: string): string {
  return path
    .split('/')
    .map((part) => `${prefix}${quote}${part}${quote}`)
    .join(', ');
}

/** The literals that stand first among arguments, each of them a whole one. */
export function leadingLiterals({ facts }: RewriteContext, given: CallFact['arguments']): StringFact[] {
  const literals = given.map(({ string, keyword, starred, span }) => {
    const fact = keyword === null && !starred ? facts.strings[string] : undefined;
    const isPlain =
      fact?.span.start === span.start && fact.span.end === span.end && !fact.formatted && !fact.bytes;
    return isPlain && !fact.value.includes('\\') && !fact.value.includes('"') ? fact : null;
  });
  const end = literals.indexOf(null);
  return (end < 0 ? literals : literals.slice(0, end)) as StringFact[];
}
