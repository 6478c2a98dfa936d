import type { PlannedEdit } from '../../plan/types';
import type { StringFact } from '../../python/facts/types';
import type { RewriteContext } from '../context';
import { plannedEdit } from '../context';
import { joinPath, targetsOf } from '../locations/targets';

const SPEC = /^([A-Za-z_][\w.]*):([\w+.-]+(?:\/[\w+.-]+)*)\/?$/;

/**
 * A literal that is the asset specification of a file or folder that lies in a package: `pkg:templates/x.mako`
 * (https://docs.pylonsproject.org/projects/pyramid/en/latest/narr/assets.html). Its package is the one of the capability then.
 */
export function assetSpec(context: RewriteContext, string: StringFact): PlannedEdit | null {
  const { text, project, mapping } = context;
  const [, module, inner] = SPEC.exec(string.value) ?? [];
  const info = module === undefined ? undefined : project.modules.get(module);
  const start = string.span.start + string.prefix.length + string.quote.length;
  const span = { start, end: start + string.value.replace(/\/$/, '').length };
  if (!info?.isPackage || string.bytes || string.role === 'docstring') return null;
  if (text.slice(start, span.end) !== `${module}:${inner}`) return null;
  const targets = targetsOf(mapping, project);
  const path = joinPath(info.path.slice(0, Math.max(0, info.path.lastIndexOf('/'))), inner);
  const target = targets.isFile(path) || targets.isFolder(path) ? targets.of(path) : null;
  const [, root, rest] = /^src\/([^/]+)\/(.+)$/.exec(target ?? '') ?? [];
  if (root === undefined || `${root}:${rest}` === string.value) return null;
  const evidence = `asset-spec: ${path} is now ${target}`;
  return plannedEdit(context, span, `${root}:${rest}`, 'string', evidence, string.line);
}
