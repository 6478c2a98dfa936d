import { calleeLeaf, callsNamed } from '../project/calls-named';
import { bindingsOf } from '../python/facts/resolve';
import type { AssignmentFact, CallFact, Span } from '../python/facts/types';
import type { PlannedEdit } from '../plan/types';
import { definesName, isModule, isSubmodule } from '../project/names';
import type { RewriteContext } from './context';
import { newNameOf, plannedEdit } from './context';
import { movedRoots } from './mapping';

const ATTRIBUTES = /(?:\s*\.\s*[A-Za-z_]\w*)+/y;
const MAX_HANDS = 3;
const IMPORT = new Set(['__import__']);

/**
 * `top = __import__("pkg.sub.%s" % name)` gives `pkg`, whatever it imports (https://docs.python.org/3/library/functions.html#import__): `top.sub`
 * leads through the packages from the new top.
 */
export function rewriteImportedTops(context: RewriteContext): PlannedEdit[] {
  const { facts } = context;
  if (callsNamed(facts, IMPORT).length === 0) return [];
  const seen = new Set<string>();
  return facts.assignments.flatMap((fact) => {
    const variable = `${fact.scopeId} ${fact.target}`;
    if (seen.has(variable)) return [];
    seen.add(variable);
    const root = rootOf(context, fact);
    return root === null ? [] : usesOf(context, fact).flatMap((end) => wayFrom(context, root, end));
  });
}

/** The facade may have a name that is called like the layer. */
export function hidesLayer({ project }: RewriteContext, root: string, layer: string): boolean {
  return isModule(project, `${root}.${layer}`) || definesName(project, root, layer);
}

function evidenceFor(module: string, target: string): string {
  return `import-string: __import__ gives the package at the top, ${module} is now ${target}`;
}

/** The package that a variable is, by everything that it is bound to; null when that is anything else. */
function rootOf(context: RewriteContext, { target, scopeId }: AssignmentFact, hands = 0): string | null {
  const { scopes, assignments } = context.facts;
  const found = assignments.filter((one) => one.target === target && one.scopeId === scopeId);
  if (bindingsOf(scopes[scopeId], target)?.length !== found.length || hands > MAX_HANDS) return null;
  const roots = found.map(({ value }) => {
    if (value?.kind === 'call') return topImported(context, context.facts.calls[value.call]);
    const other =
      value?.kind === 'name' &&
      value.name !== target &&
      assignments.find((one) => one.target === value.name && one.scopeId === scopeId);
    return other ? rootOf(context, other, hands + 1) : null;
  });
  return roots.every((root) => root === roots[0]) ? (roots[0] ?? null) : null;
}

/** The package at the top that a call of `__import__` gives; null when it gives the module itself, or something else. */
export function topImported({ mapping }: RewriteContext, call: CallFact): string | null {
  if (calleeLeaf(call) !== '__import__' || call.arguments.length === 0) return null;
  const isPlain = call.arguments.every(
    ({ keyword }, i) => i < 3 && keyword !== 'fromlist' && keyword !== 'level',
  );
  const [, root] = /^f?["']([A-Za-z_]\w*)[."']/.exec(call.arguments[0].value.text) ?? [];
  return isPlain && root !== undefined && movedRoots(mapping).has(root) ? root : null;
}

/** Where the name of a variable ends in the code of its scope, texts and comments left out. */
function usesOf({ facts, text }: RewriteContext, { target, scopeId }: AssignmentFact): number[] {
  const { start, end } = facts.scopes[scopeId].span;
  const isText = (at: number) =>
    [...facts.strings, ...facts.comments].some(({ span }) => span.start <= at && at < span.end);
  const name = new RegExp(`(?<![\\w.]|\\.\\s)${target}(?=\\s*\\.)`, 'g');
  name.lastIndex = start;
  const ends: number[] = [];
  for (let match = name.exec(text); match && match.index < end; match = name.exec(text))
    if (!isText(match.index) && !isHidden(facts, scopeId, match.index, target)) ends.push(name.lastIndex);
  return ends;
}

/** Does a scope inside bind the name for itself? */
function isHidden({ scopes }: RewriteContext['facts'], scopeId: number, at: number, name: string): boolean {
  const holds = ({ start, end }: Span) => start <= at && at < end;
  return scopes.some(
    (scope, id) => id > scopeId && holds(scope.span) && bindingsOf(scope, name) !== undefined,
  );
}

function wayFrom(context: RewriteContext, root: string, start: number): PlannedEdit[] {
  const { project, mapping, text } = context;
  ATTRIBUTES.lastIndex = start;
  const chain = ATTRIBUTES.exec(text)?.[0];
  if (chain === undefined) return [];
  let [module, read] = [root, 0];
  for (const part of chain.split('.').slice(1)) {
    if (!isSubmodule(project, module, part.trim())) break;
    module += `.${part.trim()}`;
    read = chain.indexOf(part, read) + part.trimEnd().length;
  }
  if (read === 0) return [];
  const ways = newNameOf(mapping, module).split('.').slice(1);
  const way = ways.map((name) => `.${name}`).join('');
  const isLost = ways.length > 1 && hidesLayer(context, root, ways[0]);
  if (way === chain.slice(0, read).replace(/\s/g, '') || isLost) return [];
  const evidence = evidenceFor(module, newNameOf(mapping, module));
  return [plannedEdit(context, { start, end: start + read }, way, 'reference', evidence)];
}
