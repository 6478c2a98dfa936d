import { calleeLeaf } from './calls-named';
import { parentOf } from './module-name';
import type { FileFacts, StringFact } from '../python/facts/types';
import type { ProjectFacts } from './types';

const known = new WeakMap<ProjectFacts, ReadonlySet<string>>();

/** Is a module, or one above it, that no file holds put into `sys.modules` by its name somewhere? */
export function isInjected(project: ProjectFacts, module: string): boolean {
  let injected = known.get(project);
  if (!injected) {
    const names = [...project.facts].flatMap(([path, facts]) =>
      put(facts, project.sources.get(path)?.text ?? ''),
    );
    injected = new Set(names.filter((name) => !project.modules.has(name)));
    known.set(project, injected);
  }
  for (let name = module; name !== ''; name = parentOf(name)) if (injected.has(name)) return true;
  return false;
}

/** `sys.modules["x"] = m`, `setitem(sys.modules, "x", m)`, `patch.dict(sys.modules, {"x": m})`. */
function put(facts: FileFacts, text: string): string[] {
  if (!text.includes('sys.modules')) return [];
  return facts.strings.filter((string) => isPut(facts, text, string)).map(({ value }) => value);
}

function isPut({ calls }: FileFacts, text: string, { role, call, span }: StringFact): boolean {
  const before = text.slice(Math.max(0, span.start - 40), span.start);
  if (role === 'subscript')
    return /\bsys\.modules\[\s*$/.test(before) && /^\s*\]\s*=(?!=)/.test(text.slice(span.end, span.end + 20));
  const around =
    calls[call] ?? calls.findLast((one) => one.span.start <= span.start && span.end <= one.span.end);
  const [first] = around?.arguments ?? [];
  if (!around || !/^["']?sys\.modules["']?$/.test(first?.value.text ?? '')) return false;
  const leaf = calleeLeaf(around);
  return (leaf === 'setitem' && role === 'argument') || (leaf === 'dict' && role === 'key');
}
