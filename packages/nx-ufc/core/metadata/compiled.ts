import { plainData } from '../merge/toml/plain';
import type { SourceTree } from '../project/types';
import { list, table, text, type Table } from './toml-values';
import { textAt } from './tree-text';

/**
 * Modules that are compiled when the package is built, as tables of pyproject.toml name them: those of setuptools
 * (https://setuptools.pypa.io/en/latest/userguide/ext_modules.html), setuptools-rust and maturin (https://www.maturin.rs/config).
 */
export function compiledModules(data: Table, tree: SourceTree): string[] {
  const tool = table(data.tool);
  const rust = table(tool['setuptools-rust']);
  const names = [
    ...list(table(tool.setuptools)['ext-modules']).map((one) => table(one).name),
    ...list(rust['ext-modules']).map((one) => table(one).target),
    ...(isMaturin(data) ? [ofMaturin(table(tool.maturin), tree)] : []),
  ];
  return names.filter((name) => typeof name === 'string');
}

export function isMaturin(data: Table): boolean {
  return /^maturin\b/.test(text(table(data['build-system'])['build-backend']) ?? '');
}

/** A name without a dot is that of the library, which lies in the package of its name (https://www.maturin.rs/project_layout). */
function ofMaturin(settings: Table, tree: SourceTree): string | null {
  const name = text(settings['module-name']) ?? cargoManifest(settings, tree)?.library ?? null;
  return name === null || name.includes('.') ? name : `${name}.${name}`;
}

/** What Cargo.toml says of the crate that maturin builds; null when there is none, or none that can be read. */
export function cargoManifest(
  maturin: Table,
  tree: SourceTree,
): { library: string | null; version: string | null } | null {
  const source = textAt(tree, text(maturin['manifest-path']) ?? 'Cargo.toml');
  if (source === null) return null;
  try {
    const data = table(plainData(source));
    const crate = table(data.package);
    const library = text(table(data.lib).name) ?? text(crate.name)?.replaceAll('-', '_') ?? null;
    return { library, version: text(crate.version) };
  } catch {
    return null;
  }
}
