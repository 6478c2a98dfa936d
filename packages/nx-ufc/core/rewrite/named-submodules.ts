import { callsNamed } from '../project/calls-named';
import type { CallFact, FileFacts } from '../python/facts/types';
import type { PlannedEdit } from '../plan/types';
import { leafOf, parentOf } from '../project/module-name';
import { isModule, isRebound, isSubmodule } from '../project/names';
import { hidesLayer, topImported } from './imported-tops';
import type { RewriteContext } from './context';
import { newNameOf, plannedEdit } from './context';
import { isHidden } from './hidden-names';
import { isFoundLazily } from './lazy-submodules';

/** Functions that take a module and the name of an attribute: built in, of `monkeypatch`, and `patch.object`. */
const ASKING = /^(?:(?:builtins\.)?(?:get|has|set|del)attr|(?:.*\.)?(?:patch\.object|(?:set|del)attr))$/;
const LEAVES = new Set(['getattr', 'hasattr', 'setattr', 'delattr', 'object']);

/** Submodules that are asked for by their names as attributes of their package: `getattr(pkg, "sub")`, `patch.object(pkg, "sub")`. */
export function rewriteNamedSubmodules(context: RewriteContext): PlannedEdit[] {
  return callsNamed(context.facts, LEAVES)
    .filter(({ callee, resolved }) => ASKING.test(resolved ?? callee))
    .flatMap((call) => askedByName(context, call));
}

function askedByName(context: RewriteContext, { arguments: given }: CallFact): PlannedEdit[] {
  const [top, name] = given;
  if (!top || name?.value.kind !== 'literal' || top.keyword !== null) return [];
  const root = packageOf(context, top);
  const leaf = String(name.value.value);
  if (root === null || !isSubmodule(context.project, root, leaf)) return [];
  if (isRebound(context.project, root, leaf) || isFoundLazily(context.project, root, leaf)) return [];
  const target = newNameOf(context.mapping, `${root}.${leaf}`);
  const base = newNameOf(context.mapping, root);
  const [parent, own] = [parentOf(target), leafOf(target)];
  const isBelow = own === leaf && parent.startsWith(`${base}.`);
  const way = parent.slice(base.length);
  if (!isBelow || isHidden(context, target) || hidesLayer(context, root, way.split('.')[1])) return [];
  const at = { start: top.span.end, end: top.span.end };
  return [plannedEdit(context, at, way, 'reference', `import-string: ${root}.${leaf} is now ${target}`)];
}

const LOADED = /^(?:sys\.modules\[|(?:importlib\.)?import_module\()["']([\w.]+)["'][\])]$/;

/** The package that an argument is: a name of it, what an import by its name gives, or `sys.modules["pkg"]`. */
function packageOf(context: RewriteContext, { value, span }: CallFact['arguments'][number]): string | null {
  const { facts, project } = context;
  const loaded = LOADED.exec(value.text)?.[1];
  if (loaded !== undefined) return isModule(project, loaded) ? loaded : null;
  if (value.kind === 'call') return topImported(context, facts.calls[value.call]);
  const named = referenceAt(facts, span)?.resolved ?? null;
  return named !== null && isModule(project, named) ? named : null;
}

function referenceAt({ references }: FileFacts, { start, end }: { start: number; end: number }) {
  return references.find(({ span }) => span.start === start && span.end === end);
}
