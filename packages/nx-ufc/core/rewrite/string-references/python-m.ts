import { givenParameter } from '../../project/given-parameter';
import { isArgumentFor, takesRun } from '../../project/package-arguments';
import { leadingText, previousItem, type StringReference, type StringReferenceKind } from './kind';

/**
 * `[sys.executable, "-m", "pkg.cli"]`, `run("python", "-m", "pkg.cli")`, and `python -m pkg.cli` inside of a longer command; a name for a parameter
 * that its function runs so.
 */
export const pythonM: StringReferenceKind = {
  id: 'python-m',
  inProgram: 'importing',
  match(reference) {
    const { whole, path, moduleLength } = reference;
    if (moduleLength !== path.parts.length) return null;
    if (/(^|\s)-m\s*$/.test(leadingText(reference))) return 'module run by -m';
    return whole && (previousItem(reference) === '-m' || isRunLater(reference)) ? 'module run by -m' : null;
  },
};

function isRunLater({ context: { project, facts, text }, string, call, at }: StringReference): boolean {
  const given = givenParameter(facts, text, string.span);
  return given
    ? takesRun(project, given)
    : call !== null && isArgumentFor(takesRun, project, facts, call, at);
}
