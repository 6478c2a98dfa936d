import { calleeLeaf } from '../../project/calls-named';
import type { ProjectFacts, SourceTree } from '../../project/types';
import type { FileFacts, StringFact } from '../../python/facts/types';
import type { StringReference } from './kind';

const JOINS = /^(joinpath|Path|PurePath|PosixPath|with_name)$/;
const cache = new WeakMap<ProjectFacts, Map<string, ReadonlySet<string>>>();

/** `os.path.join(folder, "pkg.sock")`, `folder / "pkg.sock"`: a file that is called so, though a module may be, too. */
export function isFileOfPath({ context: { facts, text }, string, whole }: StringReference): boolean {
  return whole && isPiece(facts, text, string);
}

/** Does the project join this literal to a path elsewhere? Then it is that file where it is set or compared, and not in a list of modules. */
export function isFileElsewhere({ context: { project }, string, path, whole }: StringReference): boolean {
  if (!whole || !/^(assignment|comparison|argument)$/.test(string.role)) return false;
  return filesBelow(project, path.parts[0]).has(string.value);
}

function isPiece({ calls }: FileFacts, text: string, { role, call: index, span }: StringFact): boolean {
  const call = role === 'argument' && index >= 0 ? calls[index] : null;
  if (call && (/(^|\.)path\.join$/.test(call.resolved ?? call.callee) || JOINS.test(calleeLeaf(call))))
    return true;
  return /[\w)\]]\s*\/\s*$/.test(text.slice(Math.max(0, span.start - 20), span.start));
}

function filesBelow(project: ProjectFacts, root: string): ReadonlySet<string> {
  let roots = cache.get(project);
  if (!roots) cache.set(project, (roots = new Map()));
  let found = roots.get(root);
  if (!found) roots.set(root, (found = new Set(piecesBelow(project, root))));
  return found;
}

function piecesBelow(project: ProjectFacts, root: string): string[] {
  const start = `${root}.`;
  return [...project.facts].flatMap(([path, facts]) => {
    const named = facts.strings.filter(({ value, bytes }) => !bytes && value.startsWith(start));
    const text = named.length > 0 ? (project.sources.get(path)?.text ?? '') : '';
    return named.filter((string) => isPiece(facts, text, string)).map(({ value }) => value);
  });
}

const fileNames = new WeakMap<SourceTree, ReadonlySet<string>>();

/** `pkg.v4.schema.json` is a file of that name. */
export function isFileName({ context: { project }, string }: StringReference): boolean {
  let known = fileNames.get(project.tree);
  if (!known) {
    known = new Set(project.tree.files.map(({ path }) => path.slice(path.lastIndexOf('/') + 1)));
    fileNames.set(project.tree, known);
  }
  return known.has(string.value);
}
