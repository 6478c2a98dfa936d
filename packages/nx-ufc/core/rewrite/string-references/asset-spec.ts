import { isModuleKey, movedAsset } from '../../merge/config-references/asset-spec';
import { loadsFromAnyPackage } from '../../project/asked-data';
import { references } from '../../plan/references';
import type { PlannedEdit } from '../../plan/types';
import type { StringFact } from '../../python/facts/types';
import type { RewriteContext } from '../context';
import { isMoved, newNameOf, plannedEdit } from '../context';

const SPEC = /^([A-Za-z_][\w.]*):([\w+.-]+(?:\/[\w+.-]+)*)\/?$/;

/** Of a file that is not there, or whose name is not whole: `pkg:templates/%s.mako`. */
const BELOW = /^([A-Za-z_][\w.]*):([\w+.-]+(?:\/[\w+.-]+)*)\/[^\s:/]+$/;

/** A folder of Alembic may be a package (https://alembic.sqlalchemy.org/en/latest/cookbook.html#connection-sharing). */
const LOCATION = /\bscript_location["']?\s*[,:=]\s*$/;

/** A literal that is the asset specification of a file or folder of the package, or of something in such a folder. */
export function assetSpec(context: RewriteContext, string: StringFact): PlannedEdit | null {
  if (string.bytes || string.role === 'docstring' || !string.value.includes(':')) return null;
  return edited(context, string, SPEC) ?? edited(context, string, BELOW);
}

function edited(context: RewriteContext, string: StringFact, pattern: RegExp): PlannedEdit | null {
  const { text, project, mapping } = context;
  const [, module, inner] = pattern.exec(string.value) ?? [];
  if (module === undefined || !isMoved(context, module)) return null;
  const spec = `${module}:${inner}`;
  const start = string.span.start + string.prefix.length + string.quote.length;
  const span = { start, end: start + spec.length };
  const names = references(mapping, project);
  const isOther =
    isModuleKey(module, inner, names) && !LOCATION.test(text.slice(0, string.span.start).slice(-60));
  const isAsset = text.slice(start, span.end) === spec && !isOther;
  const target = isAsset ? (movedAsset(module, inner, names) ?? namedFile(context, module, inner)) : null;
  return target === null || target === spec
    ? null
    : plannedEdit(context, span, target, 'string', `asset-spec: ${spec} is now ${target}`, string.line);
}

/** `pkg:default` for `pkg/templates/default.md`, where the package has a notation of its own for what it loads from any package. */
function namedFile({ project, mapping }: RewriteContext, module: string, inner: string): string | null {
  const root = project.layout.roots.find(({ name }) => name === module);
  if (!root || !loadsFromAnyPackage(project)) return null;
  const isNamed = ({ path }: { path: string }) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const isData = path.startsWith(`${root.path}/`) && !project.modulesByPath.has(path);
    return isData && (name === inner || name.replace(/\.\w+$/, '') === inner);
  };
  return project.tree.files.some(isNamed) ? `${newNameOf(mapping, module)}:${inner}` : null;
}
