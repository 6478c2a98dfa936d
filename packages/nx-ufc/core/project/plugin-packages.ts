import { importCalls } from './naming-calls';
import { parseExpressionText } from '../python';
import type { Expr } from '../python/ast';
import type { CallFact, FileFacts } from '../python/facts/types';
import { piecesOf } from '../python/pieces';
import { anchorGiven } from './anchor';
import { parentOf } from './module-name';
import { absoluteModule } from './relative';
import { rootOf } from './roots';
import type { ModuleInfo, ProjectFacts } from './types';

const cache = new WeakMap<ProjectFacts, ReadonlySet<string>>();

/**
 * The folder of the package that a module lies right in, where the package's code asks for modules of it by names that only the run shows:
 * `import_module("pkg.drivers." + name)`. The beginning can follow to one place only, so they stay together. Null for other modules.
 */
export function pluginFolderOf(project: ProjectFacts, path: string): string | null {
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  return pluginFolders(project).has(folder) ? folder : null;
}

function pluginFolders(project: ProjectFacts): ReadonlySet<string> {
  const known = cache.get(project);
  if (known) return known;
  const found = new Set<string>();
  for (const info of project.modulesByPath.values()) {
    const facts = project.facts.get(info.path)!;
    if (info.area !== 'shipped') continue;
    for (const call of importCalls(facts)) {
      const folder = folderOf(project, packageAsked(project, info, facts, call));
      if (folder !== null) found.add(folder);
    }
  }
  cache.set(project, found);
  return found;
}

/** A package below the top with several modules and no packages in it. */
function folderOf({ modules, layout }: ProjectFacts, name: string | null): string | null {
  const own = name === null ? undefined : modules.get(name);
  const root = own && rootOf(layout.roots, own.path);
  if (!own?.isPackage || own.area !== 'shipped' || !root || own.name === root.name) return null;
  const children = [...modules.values()].filter((one) => parentOf(one.name) === own.name);
  if (children.length < 2 || children.some((one) => one.isPackage)) return null;
  return own.path.slice(0, own.path.lastIndexOf('/'));
}

/** The package that a made name begins with, written out and with a single part behind it that is not. */
function packageAsked(
  project: ProjectFacts,
  info: ModuleInfo,
  facts: FileFacts,
  call: CallFact,
): string | null {
  const [first] = call.arguments;
  const text = project.sources.get(info.path)?.text ?? '';
  const name = first && made(facts, call, parseExpressionText(text.slice(first.span.start, first.span.end)));
  const pieces = name ? piecesOf(name, info.isPackage) : [];
  const last = pieces.pop();
  if (last?.kind !== 'open' || pieces.length === 0) return null;
  const lead = pieces.map((piece) => (piece.kind === 'text' ? piece.value : '\0')).join('');
  const [, dots, path] = /^(\.*)((?:[A-Za-z_]\w*\.)+)$/.exec(lead) ?? [];
  const anchor = anchorGiven(info, call)?.package ?? '';
  return path === undefined ? null : absoluteModule(anchor, dots.length, path.slice(0, -1));
}

/** The expression itself, or what the variable was made from right there. */
function made({ assignments }: FileFacts, { scopeId }: CallFact, expr: Expr | null): Expr | null {
  if (expr?.type !== 'Name') return expr;
  const values = assignments.filter(({ target, scopeId: scope }) => target === expr.id && scope === scopeId);
  const [{ value } = { value: null }] = values;
  return values.length === 1 && value !== null ? parseExpressionText(value.text) : null;
}
