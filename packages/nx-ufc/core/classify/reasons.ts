import type { Blueprint, Layer } from '../blueprint/types';
import type { GraphEdge } from '../inventory/types';
import type { Seen } from './project';

type LayerId = Layer['id'];

export interface Reason {
  text: string;
  /** The module whose import decided, when one did. */
  neighbour: string | null;
}

/** Why modules are not where their content shows, or are where the layer rules do not hold. */
export function reasonsOf(
  seen: ReadonlyMap<string, Seen>,
  layers: ReadonlyMap<string, LayerId>,
  edges: readonly GraphEdge[],
  blueprint: Blueprint,
): Map<string, Reason> {
  const height = new Map(blueprint.layers.map(({ id }, at) => [id, at]));
  const shown = (name: string) => height.get(seen.get(name)!.own.layer!)!;
  const given = (name: string) => height.get(layers.get(name)!)!;
  const found = new Map<string, Reason>();
  const say = (name: string, text: string, neighbour: string | null) => {
    if (!found.has(name)) found.set(name, { text, neighbour });
  };
  for (const [name, { framework }] of seen) {
    if (!framework) continue;
    const { kind, name: module, line } = framework;
    if (given(name) > shown(name)) say(name, `needs a ${kind} framework, which core may not import`, null);
    if (layers.get(name) === 'core')
      say(
        name,
        `imports the ${kind} framework ${module} against the layer rules (line ${line}): too much imports it to raise it`,
        null,
      );
  }
  for (const { from, to, line } of edges) {
    if (!layers.has(from) || !layers.has(to)) continue;
    const [rule, target] = [given(from), given(to)];
    if (rule < target)
      say(
        from,
        `imports ${to}, which is ${layers.get(to)}, against the layer rules (line ${line}): too much imports it to raise it`,
        to,
      );
    if (rule > shown(from) && target > shown(from))
      say(from, `imports ${to}, which is ${layers.get(to)} (line ${line})`, to);
    if (given(to) < shown(to) && rule < shown(to))
      say(to, `imported by ${from}:${line}, which is ${layers.get(from)}`, from);
  }
  for (const [name, { info }] of seen)
    if (given(name) !== shown(name))
      say(name, `stays with its package ${packageOf(name, info.isPackage)}`, null);
  return found;
}

function packageOf(name: string, isPackage: boolean): string {
  return isPackage ? name : name.slice(0, Math.max(0, name.lastIndexOf('.')));
}
