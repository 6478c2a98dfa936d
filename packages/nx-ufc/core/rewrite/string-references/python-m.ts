import { leadingText, previousItem, type StringReferenceKind } from './kind';

/** `[sys.executable, "-m", "pkg.cli"]`, `run("python", "-m", "pkg.cli")`, and `python -m pkg.cli` inside of a longer command. */
export const pythonM: StringReferenceKind = {
  id: 'python-m',
  inProgram: 'importing',
  match(reference) {
    const { whole, path, moduleLength } = reference;
    if (moduleLength !== path.parts.length) return null;
    if (/(^|\s)-m\s*$/.test(leadingText(reference))) return 'module run by -m';
    return whole && previousItem(reference) === '-m' ? 'module run by -m' : null;
  },
};
