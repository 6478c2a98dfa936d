import { buildProjectFacts } from '../project/project-facts';
import { treeOf } from '../testing/project';
import { detectRoutes, endpointsOf } from '.';

const detect = (files: Record<string, string>) => {
  const detected = detectRoutes(buildProjectFacts('shop', treeOf({ 'shop/__init__.py': '', ...files })));
  const endpoints = endpointsOf(detected).map(
    (one) =>
      `${one.method} ${one.path} ${one.handler} @${one.application}${one.unresolved ? ` (${one.unresolved})` : ''}`,
  );
  return { endpoints, gaps: detected.gaps.map(({ file, line, reason }) => `${file}:${line} ${reason}`) };
};

const ITEMS =
  'from fastapi import APIRouter\nrouter = APIRouter(prefix="/items")\n\n@router.get("/{id}")\ndef read(id: int): ...\n';
const TWO = 'from fastapi import FastAPI\none = FastAPI()\ntwo = FastAPI()\n';

test('a parameter that no call gives anything for: routes and inclusions are there and marked', () =>
  expect(
    detect({
      'shop/apps.py': TWO,
      'shop/items.py': ITEMS,
      'shop/setup.py':
        'from .items import router\n\ndef register(app):\n    app.include_router(router, prefix="/v1")\n\n    @app.get("/health")\n    def health(): ...\n',
    }),
  ).toEqual({
    endpoints: [
      'GET /health register.health @null (app is a parameter of register: which application it is is not known)',
      'GET /v1/items/{id} read @null (app is a parameter of register: which application it is is not known)',
    ],
    gaps: [],
  }));

test('a parameter means what the calls of its function give, through functions, by keyword, for each call', () =>
  expect(
    detect({
      'shop/items.py': ITEMS,
      'shop/setup.py':
        'from .items import router\n\ndef register(prefix, app):\n    inner(app)\n\ndef inner(target):\n    target.include_router(router)\n',
      'shop/main.py': `${TWO}three = FastAPI()\nfrom .setup import register\nregister("x", app=two)\nregister("y", three)\n`,
    }).endpoints,
  ).toEqual(['GET /items/{id} read @shop.main', 'GET /items/{id} read @shop.main']));

test('Flask without any application: blueprints, rules, resources', () =>
  expect(
    detect({
      'shop/ext.py':
        'from flask import Blueprint\nbp = Blueprint("b", __name__, url_prefix="/b")\n\n@bp.route("/x")\ndef x(): ...\n\ndef y(): ...\n\nclass Shop:\n    def init_app(self, app):\n        app.register_blueprint(bp)\n        app.add_url_rule("/y", view_func=y, methods=["POST"])\n',
    }),
  ).toEqual({
    endpoints: [
      'POST /y y @null (app is a parameter of init_app: which application it is is not known)',
      'GET /b/x x @null (app is a parameter of init_app: which application it is is not known)',
    ],
    gaps: [],
  }));

test('routers that are attributes, results of calls, or of other packages; without a path they are gaps', () =>
  expect(
    detect({
      'shop/main.py':
        'from fastapi import FastAPI\nfrom plugins import make, theirs\nimport os\nmade = make()\n\n@made.get("/a")\ndef a(): ...\n\n@theirs.post("/b")\ndef b(): ...\n\nclass Controller:\n    def __init__(self, path):\n        self.router.add_api_route("/c", self.c)\n        self.router.add_api_route(path, self.c)\n\n    def c(self): ...\n',
    }),
  ).toEqual({
    endpoints: [
      'GET {?}/a a @null (made is made by plugins.make: which router it is is not known)',
      'POST {?}/b b @null (theirs is plugins.theirs of another package: which router it is is not known)',
      'GET {?}/c Controller.c @null (self.router is only known at run time: which router it is is not known)',
    ],
    gaps: ['shop/main.py:15 self.router.add_api_route(…): neither the router nor the path is known'],
  }));

test('what is no router is not taken for one', () =>
  expect(
    detect({
      'shop/events.py':
        'def setup(bus, cache):\n    @bus.route("/created")\n    def created(): ...\n    cache.add_route("/x", created)\n',
      'shop/main.py':
        'from fastapi import FastAPI\nfrom events import bus\none = FastAPI()\ntwo = FastAPI()\n\n@bus.route("order.created")\ndef created(): ...\n\nclass Router(FastAPI):\n    def add_api_route(self, path, endpoint):\n        return super().add_api_route(path, endpoint)\n\ndef start(db, app):\n    db.init_app(app)\n    db.mount("/x", app.files)\n',
    }),
  ).toEqual({ endpoints: [], gaps: [] }));

const settings = (config: string) =>
  detect({
    'shop/config.py': config,
    'shop/main.py': `${ITEMS}from fastapi import FastAPI\nfrom .config import settings\napp = FastAPI()\napp.include_router(router, prefix=settings.api_prefix)\n`,
  }).endpoints;

test('settings that a factory makes: by what it returns, else by its annotation', () => {
  const base = 'from functools import lru_cache\nclass Settings:\n    api_prefix: str = "/api"\n';
  const found = ['GET /api/items/{id} read @shop.main'];
  const cached = '@lru_cache\ndef get_settings():\n    return Settings()\nsettings = get_settings()\n';
  expect(settings(base + cached)).toEqual(found);
  const chosen =
    'class Production(Settings):\n    debug = False\ndef get_settings() -> Settings:\n    return CLASSES[env]()\nsettings = get_settings()\n';
  expect(settings(base + chosen)).toEqual(found);
  const overridden = chosen.replace('debug = False', 'api_prefix = "/prod"');
  expect(settings(base + overridden)).toEqual([
    'GET {?}/items/{id} read @shop.main (attribute api_prefix of an object that only exists at run time)',
  ]);
});
