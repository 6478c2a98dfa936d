import { calleeLeaf, callsNamed } from '../../project/calls-named';
import type { CallFact, FileFacts } from '../../python/facts/types';
import type { PlannedEdit } from '../../plan/types';
import type { ProjectFacts } from '../../project/types';
import type { RewriteContext } from '../context';
import { plannedEdit } from '../context';
import { above, follow, relativeSegments, targetsOf } from './targets';

/** Folders that Flask looks for beside the module that makes the application; a blueprint has them only when it is told. */
export const WEB_FOLDERS = { template_folder: 'templates', static_folder: 'static' };
const APPLICATIONS = new Set(['Flask', 'APIFlask', 'Quart']);
const WEB_PARTS: ReadonlySet<string> = new Set([...APPLICATIONS, 'Blueprint', 'APIBlueprint']);

/** Does a call make an application, by the name that the class is called by? */
export const isWebApplication = (call: CallFact) => APPLICATIONS.has(calleeLeaf(call));

/** Calls that make an application or a part of one. */
export function webParts(facts: FileFacts): CallFact[] {
  return callsNamed(facts, WEB_PARTS).filter((call) => WEB_PARTS.has(calleeLeaf(call)));
}

/** `Flask(__name__)`, `Blueprint("x", __name__, template_folder="templates")`: folders beside the module that moved elsewhere. */
export function webFolderEdits(context: RewriteContext): PlannedEdit[] {
  return webParts(context.facts).flatMap((call) =>
    Object.entries(WEB_FOLDERS).flatMap(([option, name]) => folderEdit(context, call, option, name)),
  );
}

/**
 * The module beside which an application or a part of one looks for its folders: the one that it is given the name of. Null when that is not known.
 * @param path of the module that makes it
 */
export function moduleOfFolders({ modules }: ProjectFacts, path: string, call: CallFact): string | null {
  const { arguments: given } = call;
  if (given.some(({ value }) => value.kind === 'name' && value.name === '__name__')) return path;
  const position = isWebApplication(call) ? 0 : 1;
  const named =
    given.find(({ keyword }) => keyword === 'import_name') ??
    (given[position]?.keyword === null ? given[position] : undefined);
  if (named?.value.kind !== 'literal' || typeof named.value.value !== 'string') return null;
  const info = modules.get(named.value.value);
  return info?.area === 'shipped' ? info.path : null;
}

function folderEdit(context: RewriteContext, call: CallFact, option: string, name: string): PlannedEdit[] {
  const path = moduleOfFolders(context.project, context.info.path, call);
  const given = call.arguments.find((argument) => argument.keyword === option);
  if (path === null || (!given && !isWebApplication(call))) return [];
  const string = given ? context.facts.strings[given.string] : undefined;
  if (given && (!string || /\\|^\//.test(string.value))) return [];
  const segments = (string?.value ?? name).split('/').filter((part) => part !== '' && part !== '.');
  const before = follow(above(path, 1) ?? '', segments);
  // What lies above may be made by another program: bundles, uploads.
  const isThere = (folder: string) =>
    context.project.tree.files.some((file) => file.path.startsWith(`${folder}/`));
  if (before === null || (segments[0] !== '..' && !isThere(before))) return [];
  const target = targetsOf(context.mapping, context.project).of(before);
  const home = above(context.mapping.paths.get(path) ?? path, 1) ?? '';
  if (target === null || target === follow(home, segments)) return [];
  const text = relativeSegments(home, target).join('/');
  const end = call.span.end - 1;
  const comma = /[(,]\s*$/.test(context.text.slice(call.span.start, end)) ? '' : ', ';
  const edit = string
    ? { span: { start: string.span.start + string.prefix.length + 1, end: string.span.end - 1 }, text }
    : { span: { start: end, end }, text: `${comma}${option}="${text}"` };
  const evidence = `file-location: ${before} is now ${target}`;
  return [plannedEdit(context, edit.span, edit.text, 'reference', evidence, call.line)];
}
