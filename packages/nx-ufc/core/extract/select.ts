import { UsageError } from '../errors';
import type { Analysis } from '../project/analysis';

/**
 * The shipped modules that an include list names: dotted modules and packages (with all below), folders, and queries of the
 * classification, `role:service`, `layer:core`.
 * @throws UsageError for an entry that names nothing, with what there is
 */
export function selectModules(
  analysis: Analysis,
  include: readonly string[],
  option = '--include',
): Set<string> {
  const selected = new Set<string>();
  for (const entry of include) {
    const found = matching(analysis, entry.trim());
    if (found.length === 0)
      throw new UsageError(
        `${option} ${entry}: nothing in ${analysis.project.tree.root} is called so. ${offer(analysis, entry)}`,
      );
    found.forEach((name) => selected.add(name));
  }
  return selected;
}

function matching({ project, classifications }: Analysis, entry: string): string[] {
  const shipped = [...project.modules.values()].filter((info) => info.area === 'shipped');
  const query = /^(role|layer):([\w-]+)$/.exec(entry);
  if (query) {
    const key = query[1] as 'role' | 'layer';
    return shipped
      .filter((info) => classifications.get(info.path)?.[key] === query[2])
      .map((info) => info.name);
  }
  const path = entry.replace(/\/$/, '');
  return shipped
    .filter(
      (info) =>
        info.name === entry ||
        info.name.startsWith(`${entry}.`) ||
        info.path === path ||
        info.path.startsWith(`${path}/`),
    )
    .map((info) => info.name);
}

function offer({ project, classifications }: Analysis, entry: string): string {
  if (/^(role|layer):/.test(entry)) {
    const key = entry.startsWith('role') ? 'role' : 'layer';
    const known = new Set([...classifications.values()].map((one) => one[key]).filter((one) => one !== null));
    return `Known: ${[...known]
      .sort()
      .map((one) => `${key}:${one}`)
      .join(', ')}.`;
  }
  const tops = [...project.modules.values()]
    .filter((info) => info.area === 'shipped')
    .map((info) => info.name);
  const shown = tops
    .filter((name) => name.split('.').length <= 2)
    .sort()
    .slice(0, 20);
  return `Give a module, a package, a folder or role:NAME; there is ${shown.join(', ')}${tops.length > shown.length ? ' …' : ''}.`;
}
