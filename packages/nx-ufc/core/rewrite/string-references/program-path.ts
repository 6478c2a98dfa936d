import type { StringFact } from '../../python/facts/types';
import type { PlannedEdit } from '../../plan/types';
import { textAt } from '../../metadata/tree-text';
import type { RewriteContext } from '../context';
import { plannedEdit } from '../context';
import { targetsOf } from '../locations/targets';

/** A path at the start of a text that goes on, in a regular expression too. */
const FIRST_WORD = /^\^?((?:[\w-]+\/)+[\w.-]+)(?=\s+\S)/;
/** What Python runs: `python -W error pkg/tool.py x`, also by a field for its path. */
const RUN = /^(?:python[\d.]*|\{\})(?:\s+-\w+)*\s+(?:\.\/)?((?:[\w-]+\/)+[\w-]+\.py)(?=\s|$)/;

/**
 * A text of the tests that begins with the path of a program of the project (a file with `#!`) is a command line, or what one is compared with:
 * `"pkg/tests/tool.py {filename}"`. So is one that says that Python runs it.
 */
export function programPath(context: RewriteContext, string: StringFact): PlannedEdit | null {
  const { info, text, project, mapping } = context;
  if (info.area !== 'test' || string.bytes || string.role === 'docstring') return null;
  const run = RUN.exec(string.value);
  const match = run ?? FIRST_WORD.exec(string.value);
  if (!match || !targetsOf(mapping, project).isFile(match[1])) return null;
  const target = mapping.paths.get(match[1]);
  const isProgram = run !== null || textAt(project.tree, match[1])?.startsWith('#!');
  if (target === undefined || target === match[1] || !isProgram) return null;
  // A field in front of it is longer than its value shows.
  const behind = string.value.length - match[0].length;
  const end = /^\{/.test(match[0])
    ? string.span.end - string.quote.length - behind
    : string.span.start + string.prefix.length + string.quote.length + match[0].length;
  const span = { start: end - match[1].length, end };
  if (text.slice(span.start, end) !== match[1]) return null;
  const evidence = `command-string: ${match[1]} is a program`;
  return plannedEdit(context, span, target, 'string', evidence, string.line);
}
