import { calleeLeaf } from '../../project/calls-named';
import type { StringReference } from './kind';

/** The beginning of a loop over literals, up to one of them. */
const LOOP = /\bfor[ \t]+(\w+)[ \t]+in[ \t]+[[(]?\s*(?:["'][\w.]*["'],\s*)*$/;

/** `for name in "pkg", "pkg.mod": getLogger(name)` */
export function isLoopedLogger({ context: { facts, text }, string }: StringReference): boolean {
  const { start } = string.span;
  const variable = LOOP.exec(text.slice(Math.max(0, start - 300), start))?.[1];
  return (
    variable !== undefined &&
    facts.calls.some((call) => {
      const given = call.arguments[0]?.value;
      const isGiven = given?.kind === 'name' && given.name === variable && call.scopeId === string.scopeId;
      return isGiven && call.span.start > start && /^get_?logger$/i.test(calleeLeaf(call));
    })
  );
}
