import type { CapabilityNames } from '../blueprint/naming';

/** Names that a skeleton has gaps for, the longer ones first: a name inside of another is not cut out of it. */
const GAPS = ['package', 'environment', 'pascal', 'identifier', 'project'] as const;
const gap = (key: string) => `\u27e6${key}\u27e7`;

/**
 * A text with gaps for the names of its capability, so that capabilities made from one template share one text. Filling
 * the gaps gives back exactly the text; a text for which that does not hold stays as it is.
 */
export function toSkeleton(text: string, names: CapabilityNames): string {
  if (text.includes('\u27e6')) return text;
  let skeleton = text;
  for (const key of GAPS)
    skeleton = skeleton.replace(
      new RegExp(`(?<![A-Za-z0-9\u27e6])${escaped(names[key])}(?![a-z0-9\u27e7])`, 'g'),
      gap(key),
    );
  return fromSkeleton(skeleton, names) === text ? skeleton : text;
}

/** The text of a skeleton for the names of a capability. */
export function fromSkeleton(skeleton: string, names: CapabilityNames): string {
  return GAPS.reduce((text, key) => text.replaceAll(gap(key), names[key]), skeleton);
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\-]/g, '\\$&');
}
