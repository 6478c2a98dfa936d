import type { Edit } from '../../text/edits';
import { stepsUp } from './targets';
import type { Location, Up } from './types';

/** Edits that make a path expression go so many steps up; null when its form does not allow it. */
export function upsEdits(location: Location, wanted: number): Edit[] | null {
  const { ups } = location;
  const present = stepsUp(location);
  if (wanted === present) return [];
  if (wanted < 1 || ups.length === 0 || ups.some((step) => step.kind === 'fixed')) return null;
  return wanted > present ? added(location, wanted - present) : removed(ups, present - wanted);
}

function added({ ups, base, isObject }: Location, count: number): Edit[] | null {
  const last = ups[ups.length - 1];
  if (last.kind === 'index') return [renumbered(last, last.count + count)];
  if (last.kind === 'attribute')
    return [{ start: last.span.end, end: last.span.end, text: '.parent'.repeat(count) }];
  if (last.kind !== 'call') return null;
  if (isObject) return [{ start: base.end, end: base.end, text: '.parent'.repeat(count) }];
  return [
    { start: base.start, end: base.start, text: `${last.callee}(`.repeat(count) },
    { start: base.end, end: base.end, text: last.close.repeat(count) },
  ];
}

function removed(ups: readonly Up[], count: number): Edit[] | null {
  const edits: Edit[] = [];
  let left = count;
  for (const step of [...ups].reverse()) {
    if (left === 0) break;
    if (step.kind === 'index' && step.count > left) {
      edits.push(renumbered(step, step.count - left));
      left = 0;
    } else if (step.kind === 'attribute') {
      edits.push({ ...step.span, text: '' });
      left--;
    } else if (step.kind === 'call') {
      edits.push({ ...step.before, text: '' }, { ...step.after, text: '' });
      left--;
    } else return null;
  }
  return left === 0 ? edits : null;
}

function renumbered(step: Up & { kind: 'index' }, count: number): Edit {
  return { ...step.span, text: String(count - step.first) };
}
