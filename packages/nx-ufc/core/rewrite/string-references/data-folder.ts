import { calleeLeaf } from '../../project/calls-named';
import { isModule } from '../../project/names';
import { newNameOf } from '../context';
import { isScheme } from '../dotted-paths';
import { targetsOf } from '../locations/targets';
import { importedFrom } from './imported-path';
import { nextItem, type StringReference } from './kind';

/** A folder of data below a package, by a dotted path, as `importlib.resources.files` takes it: `"pkg.templates"`. */
interface DataFolder {
  path: string;
  /** It is where its package is, under the name that it had there. */
  isBelow: boolean;
}

/** The folder that a literal is the dotted path of; null where there is none, or it holds modules. */
export function dataFolder(reference: StringReference): DataFolder | null {
  const { context, path, whole, moduleLength, string, call } = reference;
  const { project, mapping } = context;
  const { parts } = path;
  // An endpoint of Flask.
  if (call && calleeLeaf(call) === 'url_for') return null;
  if (
    !(whole || isSchemed(reference)) ||
    string.role === 'docstring' ||
    moduleLength === 0 ||
    moduleLength === parts.length
  )
    return null;
  const root = project.layout.roots.find(({ name }) => name === parts[0]);
  const folder = root && [root.path, ...parts.slice(1)].join('/');
  if (!folder || !targetsOf(mapping, project).isFolder(folder) || isModule(project, parts.join('.')))
    return null;
  const now = importedFrom(context, parts.join('/'), true)?.replaceAll('/', '.');
  const expected = [newNameOf(mapping, parts.slice(0, moduleLength).join('.')), ...parts.slice(moduleLength)];
  return { path: folder, isBelow: now === expected.join('.') };
}

/**
 * Certain by what is in front, `pkg://pkg.templates`, by a file in it that stands behind, `("pkg.templates", "default.md")`, or by its length, unless a longer
 * text of the file has the name, too: that may be a message about it. `"shop.static"` may be an endpoint of Flask.
 */
export function isDataFolder(reference: StringReference): boolean {
  const folder = dataFolder(reference);
  if (!folder?.isBelow) return false;
  const { project } = reference.context;
  const file = nextItem(reference);
  const isBeside = file !== null && project.tree.files.some(({ path }) => path === `${folder.path}/${file}`);
  return isBeside || isSchemed(reference) || (reference.path.parts.length > 2 && !isInTexts(reference));
}

/** Does `pkg://` stand in front? */
export function isSchemed({ context: { text }, path, string }: StringReference): boolean {
  return isScheme(text, path.start, string.span.start);
}

function isInTexts({ context: { facts, text }, path }: StringReference): boolean {
  const name = path.parts.join('.');
  const said = text.split(name).slice(1);
  const alone = facts.strings.filter(({ value }) => value === name).length;
  return said.filter((behind) => !/^[\w.]/.test(behind)).length > alone;
}
