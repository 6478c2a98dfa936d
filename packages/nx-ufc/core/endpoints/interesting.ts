import type { FunctionNode } from '../symbols/call-run';
import { parametersOf } from '../symbols/signature';
import { modulePlace, type Symbols } from '../symbols/symbols';
import { functionsIn } from './functions-in';

const ROUTES =
  /\b(APIRouter|FastAPI|Starlette|Flask|Blueprint|Namespace|Api|Router|Mount|Route|include_router|mount|register_blueprint|add_(api_(websocket_)?|websocket_)?route|add_url_rule|add_resource|add_namespace|init_app)\(|@[\w.]+\.(get|post|put|patch|delete|head|options|trace|route|api_route|websocket|websocket_route)\(/;
const FRAMEWORK = /\b(fastapi|starlette|flask\w*|app|router|blueprint|api)\b/i;
const ROUNDS = 3;

/**
 * The functions with parameters that declare routes, make routers or put them together, by their text, and those that call one of them.
 * They are read once for each way in which they are called.
 */
export function interestingFunctions(symbols: Symbols): Set<FunctionNode> {
  const all: { node: FunctionNode; text: string }[] = [];
  for (const info of symbols.project.modules.values()) {
    if (info.area !== 'shipped') continue;
    const source = symbols.project.sources.get(info.path)?.text ?? '';
    if (!FRAMEWORK.test(source) || !modulePlace(symbols, info.name)) continue;
    for (const node of functionsIn(symbols.trees.get(info.path)?.body ?? []))
      if (parametersOf(node.args).length > 0) all.push({ node, text: source.slice(node.start, node.end) });
  }
  const found = new Set(all.filter(({ text }) => ROUTES.test(text)).map(({ node }) => node));
  for (let round = 0; round < ROUNDS && found.size > 0; round++) {
    const names = new Set([...found].flatMap(({ name }) => (name === '__init__' ? [] : [name])));
    const calls = new RegExp(`\\b(${[...names].join('|') || '(?!)'})\\(`);
    const callers = all.filter(
      ({ node, text }) => !found.has(node) && calls.test(text.slice(text.indexOf('('))),
    );
    if (callers.length === 0) break;
    for (const { node } of callers) found.add(node);
  }
  return found;
}
