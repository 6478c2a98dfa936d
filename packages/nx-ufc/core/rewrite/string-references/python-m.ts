import type { StringReferenceKind } from './kind';

/** `[sys.executable, "-m", "pkg.cli"]`, and `python -m pkg.cli` inside of a longer command. */
export const pythonM: StringReferenceKind = {
  id: 'python-m',
  match({ whole, context, string, path, moduleLength }) {
    if (moduleLength !== path.parts.length) return null;
    if (/(^|\s)-m\s+$/.test(context.text.slice(string.span.start, path.start))) return 'module run by -m';
    return whole && string.role === 'element' && previousElement(context.text, string.span.start) === '-m'
      ? 'module run by -m'
      : null;
  },
};

/** The string literal that directly precedes in the same list. */
function previousElement(text: string, start: number): string | null {
  return /(['"])([^'"\n]*)\1\s*,\s*$/.exec(text.slice(Math.max(0, start - 200), start))?.[2] ?? null;
}
