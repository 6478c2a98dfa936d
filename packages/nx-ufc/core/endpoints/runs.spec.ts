import { buildProjectFacts } from '../project/project-facts';
import { treeOf } from '../testing/project';
import { detectEndpoints } from '.';

const detect = (main: string, files: Record<string, string> = {}) =>
  detectEndpoints(
    buildProjectFacts('shop', treeOf({ 'shop/__init__.py': '', 'shop/main.py': main, ...files })),
  ).map((one) => `${one.method} ${one.path} ${one.handler}${one.unresolved ? ` (${one.unresolved})` : ''}`);

test('a parameter is what the calls give for it, else its default', () =>
  expect(
    detect(
      'from fastapi import FastAPI\nprefix = "/wrong"\n\ndef make(prefix, health="/health"):\n    app = FastAPI()\n\n    @app.get(f"{prefix}{health}")\n    def check(): ...\n    return app\n\napp = make("/a")\nother = make(prefix="/b", health="/up")\n',
    ),
  ).toEqual(['GET /a/health make.check', 'GET /b/up make.check']));

test('a factory that nothing calls runs with its defaults; what has none stays open', () =>
  expect(
    detect(
      'from fastapi import FastAPI\n\ndef make(first, second="/second"):\n    app = FastAPI()\n\n    @app.get(second)\n    def known(): ...\n\n    @app.get(first)\n    def unknown(): ...\n    return app\n',
    ),
  ).toEqual(['GET /second make.known', 'GET {?} make.unknown (first is a parameter of make)']));

test('a factory of routers makes another one for each call', () =>
  expect(
    detect(
      'from fastapi import APIRouter, FastAPI\n\ndef crud(name):\n    router = APIRouter(prefix=f"/{name}")\n\n    @router.get("/")\n    def listed(): ...\n    router.add_api_route(f"/{name}-count", listed)\n    return router\n\napp = FastAPI()\napp.include_router(crud("users"))\nfor one in ["items", "shops"]:\n    app.include_router(crud(one), prefix="/v1")\n',
    ),
  ).toEqual([
    'GET /users/ crud.listed',
    'GET /users/users-count crud.listed',
    'GET /v1/items/ crud.listed',
    'GET /v1/items/items-count crud.listed',
    'GET /v1/shops/ crud.listed',
    'GET /v1/shops/shops-count crud.listed',
  ]));

test('loops over tables: tuples, dictionaries, attributes of modules, comprehensions', () =>
  expect(
    detect(
      'from fastapi import APIRouter, FastAPI\nfrom . import a, b\napp = FastAPI()\n\ndef one(): ...\ndef two(): ...\nROUTES = {"/one": one}\nTABLE = [("/two", two, ["PUT"])] + [("/three", one, ["POST"])]\nfor path, view in ROUTES.items():\n    app.add_api_route(path, view)\nfor path, view, methods in TABLE:\n    app.add_api_route(path, view, methods=methods)\nfor module in (a, b):\n    app.include_router(module.router)\n[app.include_router(r, prefix="/again") for r in [a.router]]\nfor name in ("x", "y"):\n    made = APIRouter(prefix=f"/{name}")\n    made.add_api_route("/z", one)\n    app.include_router(made)\n',
      {
        'shop/a.py':
          'from fastapi import APIRouter\nrouter = APIRouter()\n\n@router.get("/a")\ndef a(): ...\n',
        'shop/b.py':
          'from fastapi import APIRouter\nrouter = APIRouter()\n\n@router.get("/b")\ndef b(): ...\n',
      },
    ),
  ).toEqual([
    'GET /one one',
    'PUT /two two',
    'POST /three one',
    'GET /a a',
    'GET /b b',
    'GET /again/a a',
    'GET /x/z one',
    'GET /y/z one',
  ]));

test('routers in classes: attributes of self, methods that others call, one router for each instance', () =>
  expect(
    detect(
      'from fastapi import APIRouter, FastAPI\n\nclass Base:\n    def __init__(self, name):\n        self.name = name\n        self.router = APIRouter(prefix=f"/{name}")\n        self.register()\n\nclass Users(Base):\n    def register(self):\n        self.router.add_api_route("/all", self.listed, methods=["GET"])\n\n        @self.router.post(f"/{self.name}")\n        def create(): ...\n\n    def listed(self): ...\n\nclass Server:\n    def __init__(self):\n        self.app = FastAPI()\n        self.setup()\n\n    def setup(self):\n        self.app.include_router(Users("a").router)\n        self.app.include_router(Users("b").router)\n        self.app.get("/ping")(self.ping)\n\n    def ping(self): ...\n\nserver = Server()\n',
    ),
  ).toEqual([
    'GET /ping Server.ping',
    'GET /a/all Users.listed',
    'POST /a/a Users.register.create',
    'GET /b/all Users.listed',
    'POST /b/b Users.register.create',
  ]));

test('Flask: an extension that is given the application, views by loops and wrappers, methods that are not known', () =>
  expect(
    detect(
      'from flask import Blueprint, Flask\nfrom flask.views import MethodView\nfrom functools import wraps\n\ndef login(f):\n    return wraps(f)(f)\n\nclass V(MethodView):\n    def get(self): ...\n\nclass Ext:\n    def __init__(self, app=None, url="/ext"):\n        self.url = url\n        if app is not None:\n            self.init_app(app)\n\n    def init_app(self, app):\n        app.add_url_rule(self.url, view_func=login(V.as_view("v")))\n        for rule in ("/a", "/b"):\n            app.add_url_rule(rule, "x", x, methods=METHODS)\n\ndef x(): ...\nMETHODS = make()\next = Ext(url="/mine")\n\ndef create_app():\n    app = Flask(__name__)\n    ext.init_app(app)\n    return app\n',
    ),
  ).toEqual([
    'GET /mine V',
    'GET /a x (its methods are only known at run time)',
    'GET /b x (its methods are only known at run time)',
  ]));

test('texts that functions of the project give', () =>
  expect(
    detect(
      'from fastapi import FastAPI\nBASE = "/api/"\n\ndef versioned(path, version="v1"):\n    return f"/{version}{path}"\n\napp = FastAPI()\n\n@app.get(versioned("/a"))\ndef a(): ...\n\n@app.get(versioned("/b", version="v2"))\ndef b(): ...\n\n@app.get(BASE.rstrip("/") + "/c")\ndef c(): ...\n\n@app.get("{}/d".format(BASE.removesuffix("/")))\ndef d(): ...\n',
    ),
  ).toEqual(['GET /v1/a a', 'GET /v2/b b', 'GET /api/c c', 'GET /api/d d']));

test('if x is None: x = …; what comes out the same for one application is one route', () =>
  expect(
    detect(
      'from fastapi import FastAPI\n\ndef make(prefix=None, debug=False):\n    if prefix is None:\n        prefix = "/default"\n    app = FastAPI()\n\n    @app.get(f"{prefix}/a")\n    def a(): ...\n    return app\n\none = make()\ntwo = make(debug=True)\nthree = make("/three")\n',
    ),
  ).toEqual(['GET /default/a make.a', 'GET /three/a make.a']));
