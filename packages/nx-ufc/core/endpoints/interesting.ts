import type { FunctionNode } from '../symbols/call-run';
import { parametersOf } from '../symbols/signature';
import { modulePlace, type Symbols } from '../symbols/symbols';
import { functionsIn } from './functions-in';

/** What functions are looked for by: a text that their module has, and one that they have themselves. */
export interface Interest {
  subject: RegExp;
  verbs: RegExp;
}

const ROUNDS = 3;

/**
 * The functions with parameters whose text has what is looked for, and those that call one of them, with the name that calls of them
 * have. They are read once for each way in which they are called.
 */
export function interestingFunctions(
  symbols: Symbols,
  { subject, verbs }: Interest,
): Map<FunctionNode, string> {
  const all: { node: FunctionNode; calledAs: string; text: string }[] = [];
  for (const info of symbols.project.modules.values()) {
    if (info.area !== 'shipped') continue;
    const source = symbols.project.sources.get(info.path)?.text ?? '';
    if (!subject.test(source) || !modulePlace(symbols, info.name)) continue;
    for (const { node, calledAs } of functionsIn(symbols.trees.get(info.path)?.body ?? []))
      if (parametersOf(node.args).length > 0)
        all.push({ node, calledAs, text: source.slice(node.start, node.end) });
  }
  const found = new Map(all.filter(({ text }) => verbs.test(text)).map((one) => [one.node, one.calledAs]));
  for (let round = 0; round < ROUNDS && found.size > 0; round++) {
    const calls = new RegExp(`\\b(${[...new Set(found.values())].join('|')})\\(`);
    const callers = all.filter(
      ({ node, text }) => !found.has(node) && calls.test(text.slice(text.indexOf('('))),
    );
    if (callers.length === 0) break;
    for (const { node, calledAs } of callers) found.set(node, calledAs);
  }
  return found;
}
