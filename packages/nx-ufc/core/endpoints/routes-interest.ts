import type { Interest } from './interesting';

/** Functions that declare routes, make routers or put them together. */
export const ROUTES: Interest = {
  verbs:
    /\b(APIRouter|FastAPI|Starlette|Flask|Blueprint|Namespace|Api|Router|Mount|Route|include_router|mount|register_blueprint|add_(api_(websocket_)?|websocket_)?route|add_url_rule|add_resource|add_namespace|init_app)\(|@[\w.]+\.(get|post|put|patch|delete|head|options|trace|route|api_route|websocket|websocket_route)\(/,
  subject: /\b(fastapi|starlette|flask\w*|app|router|blueprint|api)\b/i,
};
