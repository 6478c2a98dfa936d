import { callsNamed } from '../../project/calls-named';
import { leafOf } from '../../project/module-name';
import type { FileFacts, Span, StringFact } from '../../python/facts/types';
import { wordsOf, type Word } from '../../merge/config-references/line-words';
import { moduleEdit, pathEdit } from '../../merge/config-references/words';
import { references } from '../../plan/references';
import type { Rewrite, RewriteContext } from '../context';
import { plannedEdit } from '../context';
import { proposedEdit, switchable } from '../proposal';

/** What gives its text to a shell, or its list to a program. */
const RUNS = new Set([
  ...['system', 'popen'].map((name) => `os.${name}`),
  ...['run', 'call', 'check_call', 'check_output', 'Popen', 'getoutput', 'getstatusoutput'].map(
    (name) => `subprocess.${name}`,
  ),
  ...['asyncio', 'asyncio.subprocess'].flatMap((module) =>
    ['shell', 'exec'].map((kind) => `${module}.create_subprocess_${kind}`),
  ),
  'pty.spawn',
]);
/** The same in files of tasks, of Invoke, Fabric and nox: `c.run("…")`. */
const RUNS_TASK = new Set([
  ...['c', 'ctx', 'context', 'conn', 'connection', 'session'].flatMap((task) =>
    ['run', 'sudo', 'local', 'run_always'].map((name) => `${task}.${name}`),
  ),
  'local',
  'sudo',
]);
const RUNNERS = new Set([...RUNS, ...RUNS_TASK].map(leafOf));

/**
 * Modules and paths in a command that code outside of the tests runs: `os.system("pybabel compile -d pkg/translations")`,
 * `run(["pylint", "pkg"])`. Null for other literals. Such commands run in the folder of the project.
 */
export function commandString(context: RewriteContext, string: StringFact, at: number): Rewrite | null {
  const { info, text, mapping, project } = context;
  if (info.area === 'test' || string.bytes || string.role === 'docstring' || !isRun(context, string))
    return null;
  const body = string.span.start + string.prefix.length + string.quote.length;
  if (text.slice(body, string.span.end - string.quote.length) !== string.value) return null;
  const names = references(mapping, project);
  const found: Rewrite = { edits: [], review: [] };
  for (const word of wordsIn(context, string, at, body)) {
    const module = moduleEdit(word, names);
    const edit = module ? { ...module, certain: true } : pathEdit(word, names);
    if (!edit || word.text.startsWith('/')) continue;
    const evidence = `command-string: ${edit.evidence}`;
    const planned = plannedEdit(context, edit, edit.text, 'string', evidence, string.line);
    if (edit.certain) found.edits.push(planned);
    else
      found.review.push(proposedEdit(context, planned, 'PATH_REFERENCE', `${edit.evidence}; left as it is`));
  }
  if (found.edits.length + found.review.length === 0) return null;
  const { edits, review } = switchable(context, 'command-string', found.edits);
  return { edits, review: [...review, ...found.review] };
}

function isRun(context: RewriteContext, { span }: StringFact): boolean {
  return commandsOf(context).some((part) => part.start <= span.start && span.end <= part.end);
}

const known = new WeakMap<FileFacts, Span[]>();

/** Arguments of the calls that run commands; found once for all literals of a file. */
function commandsOf({ facts, info }: RewriteContext): Span[] {
  const before = known.get(facts);
  if (before) return before;
  const runs = callsNamed(facts, RUNNERS).filter(
    ({ callee, resolved }) =>
      RUNS.has(resolved ?? callee) || (info.area !== 'shipped' && RUNS_TASK.has(callee)),
  );
  const found = runs.flatMap((call) => call.arguments.map(({ span }) => span));
  known.set(facts, found);
  return found;
}

/** The words of a command line; an element of a list is one, behind those before it. */
function wordsIn({ facts, text }: RewriteContext, string: StringFact, at: number, body: number): Word[] {
  if (/\s/.test(string.value.trim()))
    return [...wordsOf(string.value)].map((word) => ({ ...word, start: word.start + body }));
  const line: string[] = [];
  for (let i = at; i > 0; i--) {
    const [previous, next] = [facts.strings[i - 1], facts.strings[i]];
    if (!/^\s*,\s*$/.test(text.slice(previous.span.end, next.span.start))) break;
    line.unshift(previous.value);
  }
  return [{ text: string.value, start: body, previous: line.at(-1) ?? '', line }];
}
