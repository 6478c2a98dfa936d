import type { PlannedEdit } from '../../plan/types';
import type { RewriteContext } from '../context';
import { rewriteStrings } from './rewrite-strings';

/** Kinds that say which module is meant when the program runs, wherever it is put; paths and what is printed are none of them. */
const KINDS =
  /^(patch-target|import-string|sys-modules|logger-name|ipython-extension|python-m|tool-option|dotted-path|module-prefix|settings-list|django-app|object-module|package-argument|module-and-name|distribution-name):/;
/** What is certain in a text that imports nothing. */
const SETTINGS = /^settings-list:/;

/** Edits for the certain references in the literals of a program that stands inside of another text. */
export function namesInProgram(context: RewriteContext): PlannedEdit[] {
  const kinds = context.facts.imports.length > 0 ? KINDS : SETTINGS;
  return rewriteStrings(context).edits.filter(({ evidence }) => kinds.test(evidence));
}
