import type { MatchCase, Pattern } from '../ast';
import { visitExpr } from './expressions';
import { nameSpan } from './name-span';
import { bind } from './scopes';
import { visitBody } from './statements';
import type { Extraction, Place } from './state';
import { COMPARISON_USE, KEY_USE } from './state';

export function visitCase(x: Extraction, item: MatchCase, place: Place): void {
  visitPattern(x, item.pattern, place);
  if (item.guard) visitExpr(x, item.guard, place);
  visitBody(x, item.body, place);
}

/** Bind the captures of a pattern; values, keys and classes in it are expressions. */
function visitPattern(x: Extraction, pattern: Pattern, place: Place): void {
  switch (pattern.type) {
    case 'MatchValue':
      visitExpr(x, pattern.value, place, COMPARISON_USE);
      return;
    case 'MatchAs':
      if (pattern.pattern) visitPattern(x, pattern.pattern, place);
      return capture(x, pattern.name, pattern.pattern?.end ?? pattern.start, pattern.end, place);
    case 'MatchStar':
      return capture(x, pattern.name, pattern.start, pattern.end, place);
    case 'MatchMapping':
      for (const key of pattern.keys) visitExpr(x, key, place, KEY_USE);
      for (const part of pattern.patterns) visitPattern(x, part, place);
      return capture(x, pattern.rest, pattern.patterns.at(-1)?.end ?? pattern.start, pattern.end, place);
    case 'MatchClass':
      visitExpr(x, pattern.cls, place);
      for (const part of pattern.patterns) visitPattern(x, part, place);
      for (const part of pattern.kwd_patterns) visitPattern(x, part, place);
      return;
    case 'MatchSequence':
    case 'MatchOr':
      for (const part of pattern.patterns) visitPattern(x, part, place);
      return;
  }
}

function capture(x: Extraction, name: string | null, from: number, to: number, place: Place): void {
  if (name !== null) bind(x, place.scopeId, name, 'other', nameSpan(x.text, name, from, to));
}
