import type { Classifier } from '../sighting';
import { isFrom, seen } from '../sighting';

/** Model Context Protocol servers. */
export const mcp: Classifier = {
  id: 'mcp',
  look(input) {
    return input.facts.calls
      .filter(
        (call) => isFrom(input.blueprint, 'mcp', call.resolved) && /(FastMCP|Server)$/.test(call.callee),
      )
      .map((call) => seen(input, 'mcp-server', `${call.callee}()`, call.line));
  },
};
