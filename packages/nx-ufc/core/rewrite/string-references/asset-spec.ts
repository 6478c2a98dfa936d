import { isModuleKey, movedAsset } from '../../merge/config-references/asset-spec';
import { references } from '../../plan/references';
import type { PlannedEdit } from '../../plan/types';
import type { StringFact } from '../../python/facts/types';
import type { RewriteContext } from '../context';
import { isMoved, plannedEdit } from '../context';

const SPEC = /^([A-Za-z_][\w.]*):([\w+.-]+(?:\/[\w+.-]+)*)\/?$/;

/** A literal that is the asset specification of a file or folder of the package. */
export function assetSpec(context: RewriteContext, string: StringFact): PlannedEdit | null {
  const { text, project, mapping } = context;
  if (string.bytes || string.role === 'docstring' || !string.value.includes(':')) return null;
  const [, module, inner] = SPEC.exec(string.value) ?? [];
  if (module === undefined || !isMoved(context, module)) return null;
  const spec = `${module}:${inner}`;
  const start = string.span.start + string.prefix.length + string.quote.length;
  const span = { start, end: start + spec.length };
  const names = references(mapping, project);
  const isAsset = text.slice(start, span.end) === spec && !isModuleKey(module, inner, names);
  const target = isAsset ? movedAsset(module, inner, names) : null;
  return target === null || target === spec
    ? null
    : plannedEdit(context, span, target, 'string', `asset-spec: ${spec} is now ${target}`, string.line);
}
