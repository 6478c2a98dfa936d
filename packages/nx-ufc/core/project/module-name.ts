/**
 * The dotted name of a module by its path: `src/au_sys_x/core/a.py` → `au_sys_x.core.a`, `tests/__init__.py` → `tests`.
 * @param searchPath folder that is on `sys.path`, without a final slash; "" for the root
 */
export function moduleNameOf(path: string, searchPath: string): string {
  const inside = searchPath && path.startsWith(`${searchPath}/`) ? path.slice(searchPath.length + 1) : path;
  return inside
    .replace(/\.pyi?$/, '')
    .replace(/(^|\/)__init__$/, '')
    .replaceAll('/', '.');
}

/** `a.b.c` → `a.b`; `a` → "". */
export function parentOf(dotted: string): string {
  const at = dotted.lastIndexOf('.');
  return at < 0 ? '' : dotted.slice(0, at);
}

/** The package of the folder that a module lies in: the name of a file may have dots itself (`settings/local.example.py`), the import system does not see it then. */
export function packageOfFile(dotted: string, path: string): string {
  const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\.pyi?$/, '');
  if (dotted === stem) return '';
  return dotted.endsWith(`.${stem}`) ? dotted.slice(0, -stem.length - 1) : parentOf(dotted);
}

/** `a.b.c` → `c`. */
export function leafOf(dotted: string): string {
  return dotted.slice(dotted.lastIndexOf('.') + 1);
}

/** Can an import statement name a module: are all of its parts identifiers? */
export function isImportable(dotted: string): boolean {
  return /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/.test(dotted);
}
