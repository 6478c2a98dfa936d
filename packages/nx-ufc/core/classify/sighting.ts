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

/** The framework that a module or qualified name belongs to. */
export function frameworkOf(blueprint: Blueprint, qualified: string): FrameworkMarker | null {
  const root = qualified.split('.')[0];
  return blueprint.frameworks.find((marker) => marker.modules.includes(root)) ?? null;
}

/** First import of a framework of that kind, with its line. */
export function importOf(
  { facts, blueprint }: ClassifierInput,
  kind: FrameworkMarker['kind'],
): { name: string; line: number } | null {
  for (const fact of facts.imports) {
    if (fact.level > 0) continue;
    const names = fact.kind === 'from' ? [fact.module] : fact.names.map((name) => name.name);
    const name = names.find((candidate) => isFrom(blueprint, kind, candidate));
    if (name) return { name, line: fact.line };
  }
  return null;
}
