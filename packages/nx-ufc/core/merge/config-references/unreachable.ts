import { projectFolders } from './image-places';
import type { ConfigEdit, MovedNames } from './kind';

/** What installs the project, so that it is imported from where it is installed; requirements alone are not it. */
const INSTALLS =
  /\bpip3?\b[^\n&|;]*\binstall\b[^\n&|;]*\s["']?\.{1,2}\/?(\[[^\]]*\])?["']?(?=[\s&|;]|$)|\b(uv|pdm)\s+(sync|install)\b(?![^\n]*--no-(install-project|self))|\bpoetry\s+install\b(?![^\n]*--no-root)|\bsetup\.py\s+(install|develop)\b/;
/** What says where to import from. */
const TOLD = /PYTHONPATH|--(chdir|app-dir|pythonpath|workdir)\b/;
const RUNS = /^(value of (-\w*m|-A|--app|FLASK_APP|\w*_MODULE)|module:attribute)$/;

/** The first command that runs a module from the folder of the project, where the package is not found any more, as something to decide. */
export function unreachable(text: string, edits: readonly ConfigEdit[], names: MovedNames): ConfigEdit[] {
  const run = edits.find((edit) => RUNS.test(edit.evidence));
  if (!run || !leavesRoot(names) || isInstalled(text) || TOLD.test(text)) return [];
  const evidence = `${run.text} lies below src and is not importable from the project's folder: install the project where this runs, or set PYTHONPATH`;
  return [{ ...run, end: run.start, text: '', evidence }];
}

/** The package was importable from the folder of the project, and is not any more. */
function leavesRoot(names: MovedNames): boolean {
  return names.oldRoots.some(
    (root) => names.mapPath(root)?.includes('/') ?? names.mapPath(`${root}.py`)?.includes('/'),
  );
}

function isInstalled(text: string): boolean {
  const lines = text.replace(/\\\r?\n/g, ' ');
  return (
    INSTALLS.test(lines) ||
    projectFolders(text).some(({ folder }) =>
      new RegExp(`\\bpip3?\\b[^\\n&|;]*\\binstall\\b[^\\n&|;]*\\s${escaped(folder)}/?(?=[\\s&|;]|$)`).test(
        lines,
      ),
    )
  );
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
