import { calleeLeaf } from '../../project/calls-named';
import { definesName, isModule, isSubmodule } from '../../project/names';
import { newNameOf } from '../context';
import type { StringReference } from './kind';

/** Attributes right behind a call. */
const ATTRIBUTES = /(?:\s*\.\s*[A-Za-z_]\w*)+/y;
/** The rest of a call in a text, its name being the only argument. */
const END_OF_CALL = /\\?['"]\s*\)/y;

/**
 * `__import__("pkg.sub.mod")` gives `pkg`, whatever it imports (https://docs.python.org/3/library/functions.html#import__): attributes behind
 * it lead through the packages. What stands behind the module's name up to their end, with those that lead to the same from the new top; null for any
 * other reference, and where nothing changes.
 */
export function importChain(reference: StringReference): { end: number; text: string } | null {
  const { context, path } = reference;
  const start = endOfCall(reference);
  if (start === null) return null;
  ATTRIBUTES.lastIndex = start;
  const chain = ATTRIBUTES.exec(context.text)?.[0];
  if (chain === undefined) return null;
  let module = path.parts[0];
  const left = chain.split('.').slice(1);
  while (left.length > 0 && isSubmodule(context.project, module, left[0].trim()))
    module += `.${left.shift()!.trim()}`;
  const ways = newNameOf(context.mapping, module).split('.').slice(1);
  const text = [...ways, ...left].map((name) => `.${name}`).join('');
  const between = context.text.slice(path.end, start);
  // The facade has a name of the old package that is called like the layer.
  if (ways.length > 0 && hidesLayer(reference, ways[0])) {
    const [, quote] = /^(\\?['"])\s*\)$/.exec(between) ?? [];
    if (quote === undefined || module !== path.parts.join('.')) return null;
    const direct = `${quote}, fromlist=[${quote}${ways.at(-1)}${quote}])`;
    return { end: start + chain.length, text: direct + left.map((name) => `.${name}`).join('') };
  }
  return text === chain ? null : { end: start + chain.length, text: `${between}${text}` };
}

function hidesLayer({ context: { project }, path }: StringReference, layer: string): boolean {
  const [root] = path.parts;
  return isModule(project, `${root}.${layer}`) || definesName(project, root, layer);
}

/** Where the call ends that gives the package at the top; null when it gives the module itself, or something else. */
function endOfCall({ context, call, whole, path }: StringReference): number | null {
  if (whole && call) {
    if (calleeLeaf(call) !== '__import__') return null;
    const fromlist = call.arguments.find(
      ({ keyword }, i) => keyword === 'fromlist' || (keyword === null && i === 3),
    );
    return fromlist && !/^[[(]\s*[\])]$/.test(fromlist.value.text) ? null : call.span.end;
  }
  if (!/__import__\(\s*\\?['"]$/.test(context.text.slice(Math.max(0, path.start - 40), path.start)))
    return null;
  END_OF_CALL.lastIndex = path.end;
  return END_OF_CALL.test(context.text) ? END_OF_CALL.lastIndex : null;
}
