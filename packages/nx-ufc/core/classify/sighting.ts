import type { Blueprint, FrameworkMarker } from '../blueprint/types';
import type { ModuleInfo } from '../project/types';
import type { FileFacts } from '../python/facts/types';

/** What a classifier looks at: one module and the blueprint. */
export interface ClassifierInput {
  info: ModuleInfo;
  facts: FileFacts;
  blueprint: Blueprint;
}

/** One thing that was seen. `weight` names an entry of the blueprint's classification weights. */
export interface Sighting {
  weight: string;
  evidence: string;
  line: number;
}

export interface Classifier {
  id: string;
  look(input: ClassifierInput): Sighting[];
}

export function seen(input: ClassifierInput, weight: string, what: string, line: number): Sighting {
  return {
    weight,
    line,
    evidence: `${what} (${input.info.path.slice(input.info.path.lastIndexOf('/') + 1)}:${line})`,
  };
}

/** Does a qualified name come from a framework of that kind? */
export function isFrom(
  blueprint: Blueprint,
  kind: FrameworkMarker['kind'],
  qualified: string | null,
): boolean {
  return qualified !== null && frameworkOf(blueprint, qualified)?.kind === kind;
}

/** The framework that a module or qualified name belongs to: `django.db` is another one than `django`. */
export function frameworkOf(blueprint: Blueprint, qualified: string): FrameworkMarker | null {
  const { markers, roots } = markersOf(blueprint);
  // Most names are of no framework, and are known by their first part.
  const dot = qualified.indexOf('.');
  if (!roots.has(dot < 0 ? qualified : qualified.slice(0, dot))) return null;
  for (let name = qualified; name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf('.')))) {
    const found = markers.get(name);
    if (found) return found;
  }
  return null;
}

interface Markers {
  markers: Map<string, FrameworkMarker>;
  roots: Set<string>;
}

const cache = new WeakMap<Blueprint, Markers>();
function markersOf(blueprint: Blueprint): Markers {
  let found = cache.get(blueprint);
  if (!found) {
    const entries = blueprint.frameworks.flatMap((one) => one.modules.map((name) => [name, one] as const));
    const roots = new Set(entries.map(([name]) => name.split('.')[0]));
    cache.set(blueprint, (found = { markers: new Map(entries), roots }));
  }
  return found;
}

/** First import of a framework of that kind, with its line. What is being looked at may be a framework: its own modules are none to it. */
export function importOf(
  { info, facts, blueprint }: ClassifierInput,
  kind: FrameworkMarker['kind'],
): { name: string; line: number } | null {
  const [own] = info.name.split('.');
  for (const fact of facts.imports) {
    if (fact.level > 0) continue;
    const names = fact.names.map(({ name }) => (fact.kind === 'from' ? `${fact.module}.${name}` : name));
    const name = names.find(
      (candidate) => isFrom(blueprint, kind, candidate) && candidate.split('.')[0] !== own,
    );
    if (name) return { name: fact.kind === 'from' ? fact.module : name, line: fact.line };
  }
  return null;
}
