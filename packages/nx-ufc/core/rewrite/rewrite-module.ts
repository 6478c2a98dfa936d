import type { ModuleInfo, ProjectFacts } from '../project/types';
import type { PlannedEdit, ReviewItem } from '../plan/types';
import { bindImplicitSubmodules } from './implicit-submodules';
import type { Rewrite } from './context';
import { contextOf } from './context';
import { rewriteLocations } from './locations/rewrite-locations';
import { rewriteDocstringCode } from './docstring-code';
import { rewriteDocstringTitle } from './docstring-title';
import { rewriteDoctests } from './doctests';
import { rewriteEmbeddedCode } from './embedded-code';
import { rewriteExecutedCode } from './executed-code';
import { rewriteImportedTops } from './imported-tops';
import { moduleParts } from './module-parts';
import { rewriteNamedSubmodules } from './named-submodules';
import type { MoveMapping } from './mapping';
import { withoutOverlaps } from './overlaps';
import { joined, switchable } from './proposal';
import { rewriteCode } from './rewrite-code';
import { rewriteTypeComments } from './type-comments';
import { dynamicImports } from './dynamic-imports';
import { ownNames } from './own-names';
import { listedPackages } from './listed-packages';
import { packageNames } from './package-names';
import { namedBelow } from './made-names/named-below';
import { rewriteMadeNames } from './made-names/rewrite-made-names';
import { rewriteStrings } from './string-references/rewrite-strings';
import { columnAt } from '../text/lines';

/**
 * All edits that one Python file needs because of the moves. A file that does not parse gets none: it is kept byte
 * for byte and listed.
 */
export function rewriteModule(project: ProjectFacts, mapping: MoveMapping, info: ModuleInfo): Rewrite {
  const context = contextOf(project, mapping, info);
  if (!context) return { edits: [], review: [] };
  const { text, facts } = context;
  if (facts.parseErrors.length > 0)
    return { edits: [], review: facts.parseErrors.map((error) => unparsable(info.path, error)) };
  const strings = rewriteStrings(context);
  const made = rewriteMadeNames(context);
  const code = joined([
    bindImplicitSubmodules(context),
    rewriteLocations(context),
    switchable(context, 'type-comment', rewriteTypeComments(context)),
    {
      edits: rewriteCode(context),
      review: [
        ...dynamicImports(context, made.settled, strings.edits),
        ...packageNames(context),
        ...moduleParts(context),
        ...listedPackages(context),
      ],
    },
    switchable(context, 'import-string', [
      ...rewriteImportedTops(context),
      ...rewriteNamedSubmodules(context),
    ]),
    ownNames(context),
    switchable(context, 'dynamic-import', [...made.edits, ...namedBelow(context)]),
    switchable(context, 'doctest', rewriteDoctests(context)),
    switchable(context, 'docstring-code', rewriteDocstringCode(context)),
    switchable(context, 'docstring-title', rewriteDocstringTitle(context)),
    switchable(context, 'code-in-string', [...rewriteEmbeddedCode(context), ...rewriteExecutedCode(context)]),
  ]);
  return {
    edits: withoutOverlaps(code.edits, strings.edits),
    review: [...code.review, ...withoutSettled(strings.review, text, code.edits)],
  };
}

/** What was in doubt as a part of a longer text may be certain once that text is read as code. */
function withoutSettled(
  review: readonly ReviewItem[],
  text: string,
  edits: readonly PlannedEdit[],
): ReviewItem[] {
  if (review.length === 0) return [];
  const settled = new Set(edits.map(({ line, start }) => `${line}:${columnAt(text, start)}`));
  return review.filter(({ line, column }) => !settled.has(`${line}:${column}`));
}

function unparsable(path: string, error: { line: number; column: number; message: string }) {
  const { line, column, message } = error;
  return {
    path,
    line,
    column,
    rule: 'SYNTAX_ERROR',
    message: `${message}; the file is kept byte for byte, its imports are not rewritten`,
  };
}
