import { parseModule } from '../python';
import type { Module } from '../python';
import type { Edit } from '../text/edits';
import { applyEdits } from '../text/edits';

/** One thing that a file should know of. */
export interface Registration {
  /** For people: `the router of interface/api/invoice_routes.py`. */
  what: string;
  /** What a person adds where no edit can be made. */
  snippet: string;
  /** Edits that add it; none when it is there; null when the file has no place for it that can be known. */
  edit(text: string, tree: Module): Edit[] | null;
}

export interface Registered {
  text: string;
  added: string[];
  /** What nobody but a person can place. */
  proposals: { what: string; snippet: string }[];
}

/** Register things in a Python file that may be a person's: by splices, checked by parsing the result; otherwise as proposals. */
export function register(text: string, registrations: readonly Registration[]): Registered {
  const result: Registered = { text, added: [], proposals: [] };
  for (const { what, snippet, edit } of registrations) {
    const parsed = parseModule(result.text);
    const edits = parsed.ok ? edit(result.text, parsed.module) : null;
    const next = edits && applyEdits(result.text, edits);
    if (next === null || !parseModule(next).ok) result.proposals.push({ what, snippet });
    else if (next !== result.text) {
      result.text = next;
      result.added.push(what);
    }
  }
  return result;
}
