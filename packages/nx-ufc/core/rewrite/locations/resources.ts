import { calleeLeaf, callsNamed } from '../../project/calls-named';
import type { CallFact, StringFact } from '../../python/facts/types';
import type { PlannedEdit } from '../../plan/types';
import type { RewriteContext } from '../context';
import { newNameOf, plannedEdit } from '../context';
import { above, joinPath, relativeSegments, targetsOf } from './targets';

/** Functions that take a package and the path of a resource in it. */
const READERS = new Set([
  'get_data',
  ...['filename', 'string', 'stream', 'exists', 'listdir', 'isdir'].map((what) => `resource_${what}`),
  ...['read_text', 'open_text', 'read_binary', 'open_binary', 'is_resource'],
  ...['PackageLoader', 'PackageResourceLoader'],
]);
/** The older API of importlib.resources: a resource has no slash, its folder is a package. */
const IN_FOLDER = /(^|\.)(read_text|open_text|read_binary|open_binary|is_resource)$/;

/** `pkgutil.get_data("pkg", "data/x.json")` and its like: package and path together still name the same file. */
export function resourceEdits(context: RewriteContext): PlannedEdit[] {
  return callsNamed(context.facts, READERS).flatMap((call) =>
    READERS.has(calleeLeaf(call)) ? resourceEdit(context, call) : [],
  );
}

/** Does a call take a package as the folder that a path begins at? */
export function isResourceReader(call: CallFact): boolean {
  const leaf = calleeLeaf(call);
  return leaf === 'files' || READERS.has(leaf);
}

/** The package of the first argument: the folder it had, and the one it has. */
interface PackagePlace {
  before: string;
  after: string;
  /** A folder without modules: its new name is only known by its place. */
  unnamed: boolean;
}

function resourceEdit(context: RewriteContext, call: CallFact): PlannedEdit[] {
  const [first, second] = call.arguments;
  const place = first && placeOf(context, first);
  const resource = second ? literalAt(context, second.string) : null;
  if (!place || (second && !resource)) return [];
  const said = resource?.value ?? (/PackageLoader$/.test(call.callee) ? 'templates' : '');
  const name = said.replace(/\/$/, '');
  const slash = said.slice(name.length);
  const targets = targetsOf(context.mapping, context.project);
  const before = joinPath(place.before, name);
  const isThere =
    name !== '' && context.project.tree.files.some((file) => `${file.path}/`.startsWith(`${before}/`));
  const target = isThere ? targets.of(before) : null;
  if (target === null) return [];
  const inFolder = place.unnamed || IN_FOLDER.test(call.callee);
  const named = namedIn(context, place.unnamed ? '' : place.after, target, inFolder);
  if (!named) return [];
  const edits: PlannedEdit[] = [];
  const change = (start: number, end: number, text: string) => {
    if (context.text.slice(start, end) === text) return;
    const evidence = `file-location: ${before} is now ${target}`;
    edits.push(plannedEdit(context, { start, end }, text, 'reference', evidence, call.line));
  };
  const quote = /^['"]/.exec(context.text.slice(first.span.start, first.span.end))?.[0] ?? '"';
  if (named.package !== null) change(first.span.start, first.span.end, quote + named.package + quote);
  if (resource) change(resource.span.start + 1, resource.span.end - 1, named.resource + slash);
  else if (named.resource !== name) change(first.span.end, first.span.end, `, "${named.resource}"`);
  return edits;
}

function literalAt({ facts, text }: RewriteContext, index: number): StringFact | null {
  const string = facts.strings[index];
  const isSimple = string && string.prefix === '' && string.quote.length === 1;
  return isSimple && text.slice(string.span.start + 1, string.span.end - 1) === string.value ? string : null;
}

function placeOf(
  context: RewriteContext,
  { value, string }: CallFact['arguments'][number],
): PackagePlace | null {
  const { info, mapping, project } = context;
  const own = value.kind === 'name' && (value.name === '__name__' || value.name === '__package__');
  const literal = literalAt(context, string)?.value ?? (value.kind === 'name' ? value.resolved : null);
  const path = own ? info.path : literal === null ? undefined : project.modules.get(literal)?.path;
  const targets = targetsOf(mapping, project);
  if (path !== undefined)
    return {
      before: above(path, 1) ?? '',
      after: above(mapping.paths.get(path) ?? path, 1) ?? '',
      unnamed: false,
    };
  const root = project.layout.roots.find((one) => literal?.startsWith(`${one.name}.`));
  const folder = root ? joinPath(root.searchPath, literal!.replaceAll('.', '/')) : null;
  const after = folder !== null && targets.isFolder(folder) ? targets.of(folder) : null;
  return folder === null || after === null ? null : { before: folder, after, unnamed: true };
}

/** Package and resource that name a target: the package as it is where the target lies below it, else the root or the folder's. */
function namedIn(
  { mapping, project }: RewriteContext,
  folder: string,
  target: string,
  inFolder: boolean,
): { package: string | null; resource: string } | null {
  const [segment, ...rest] = relativeSegments(folder, target);
  if (segment !== '..' && (rest.length === 0 || !inFolder))
    return { package: null, resource: [segment, ...rest].join('/') };
  const root = project.layout.roots.find((one) => {
    const place = targetsOf(mapping, project).of(one.path);
    return place !== null && target.startsWith(`${place}/`);
  });
  if (!root) return null;
  const inner = relativeSegments(targetsOf(mapping, project).of(root.path)!, target);
  const name = newNameOf(mapping, root.name);
  if (!inFolder) return { package: name, resource: inner.join('/') };
  return { package: [name, ...inner.slice(0, -1)].join('.'), resource: inner[inner.length - 1] };
}
