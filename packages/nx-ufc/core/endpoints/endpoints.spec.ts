import { buildProjectFacts } from '../project/project-facts';
import { treeOf } from '../testing/project';
import { detectEndpoints, detectRoutes } from '.';

const detect = (files: Record<string, string>) =>
  detectEndpoints(buildProjectFacts('shop', treeOf({ 'shop/__init__.py': '', ...files }))).map(
    (one) => `${one.method} ${one.path} ${one.handler}${one.unresolved ? ` (${one.unresolved})` : ''}`,
  );

test('FastAPI: prefixes of routers, inclusions, constants and settings, over modules', () => {
  expect(
    detect({
      'shop/config.py': 'class Settings:\n    prefix: str = "/v1"\nsettings = Settings()\nITEMS = "/items"\n',
      'shop/items.py':
        'from fastapi import APIRouter\nfrom .config import ITEMS\nrouter = APIRouter(prefix=ITEMS)\n\n@router.get("/{id}")\ndef read(id: int): ...\n\n@router.api_route("", methods=["PUT", "post"])\nasync def write(): ...\n\n@router.websocket("/live")\nasync def live(): ...\n',
      'shop/users.py':
        'import fastapi\nrouter = fastapi.APIRouter()\n\n@router.delete(path="/users/{name}")\ndef drop(name: str): ...\n\ndef extra(): ...\nrouter.add_api_route("/extra", extra, methods=["PATCH"])\n',
      'shop/api.py':
        'from fastapi import APIRouter\nfrom . import items, users\napi = APIRouter()\nfor one in (items.router, users.router):\n    api.include_router(one)\n',
      'shop/main.py':
        'from fastapi import FastAPI\nfrom .api import api as everything\nfrom .config import settings\n\ndef create_app():\n    app = FastAPI()\n    app.include_router(everything, prefix=f"/api{settings.prefix}")\n\n    @app.get("/health")\n    def health(): ...\n    return app\n',
    }),
  ).toEqual([
    'GET /health create_app.health',
    'GET /api/v1/items/{id} read',
    'PUT /api/v1/items write',
    'POST /api/v1/items write',
    'WEBSOCKET /api/v1/items/live live',
    'DELETE /api/v1/users/{name} drop',
    'PATCH /api/v1/extra extra',
  ]);
});

test('Flask: blueprints, nested blueprints, registration that replaces the prefix, rules and class-based views', () => {
  expect(
    detect({
      'shop/views.py':
        'from flask import Blueprint\nfrom flask.views import MethodView\nparent = Blueprint("parent", __name__, url_prefix="/parent/")\nchild = Blueprint("child", __name__, url_prefix="/child")\nother = Blueprint("other", __name__, url_prefix="/lost")\nparent.register_blueprint(child)\n\n@child.route("/a", methods=("GET", "POST"))\ndef a(): ...\n\n@other.post("/b")\ndef b(): ...\n\nclass Thing(MethodView):\n    def get(self): ...\n    def put(self): ...\n\nother.add_url_rule("/thing", view_func=Thing.as_view("thing"))\n',
      'shop/app.py':
        'from flask import Flask\nfrom .views import parent, other\n\ndef register(app):\n    app.register_blueprint(parent)\n    app.register_blueprint(other, url_prefix="/found")\n\napp = Flask(__name__)\nregister(app)\n\n@app.route("/")\ndef index(): ...\n',
    }),
  ).toEqual([
    'GET / index',
    'GET /parent/child/a a',
    'POST /parent/child/a a',
    'POST /found/b b',
    'GET /found/thing Thing',
    'PUT /found/thing Thing',
  ]);
});

test('a subclass of the project makes routers too; what is not known is marked, not dropped', () => {
  expect(
    detect({
      'shop/base.py': 'from fastapi import APIRouter\nclass ShopRouter(APIRouter): ...\n',
      'shop/main.py':
        'import os\nfrom fastapi import FastAPI\nfrom .base import ShopRouter\napp = FastAPI()\nrouter = ShopRouter(prefix="/x")\nlonely = ShopRouter(prefix="/y")\napp.include_router(router, prefix=os.environ["P"])\n\n@router.get("/a")\ndef a(): ...\n\n@lonely.get("/b")\ndef b(): ...\n',
    }),
  ).toEqual([
    'GET {?}/x/a a (computed by Subscript)',
    'GET /y/b b (no application of the project includes its router)',
  ]);
});

test('where it is made, and what a condition decides', () => {
  const [first, second] = detectEndpoints(
    buildProjectFacts(
      'shop',
      treeOf({
        'shop/__init__.py': '',
        'shop/main.py':
          'from fastapi import FastAPI\ndef make():\n    app = FastAPI()\n    @app.get("/a")\n    def a(): ...\n    if debug:\n        @app.get("/b")\n        def b(): ...\n    return app\n',
      }),
    ),
  );
  expect(first).toMatchObject({ path: '/a', application: 'shop.main.make', file: 'shop/main.py', line: 4 });
  expect(first).not.toHaveProperty('conditional');
  expect(second).toMatchObject({ path: '/b', conditional: true });
});

test('what a factory returns can be mounted', () =>
  expect(
    detect({
      'shop/main.py':
        'from fastapi import FastAPI\n\ndef make_api(cached=True):\n    if cached:\n        api = FastAPI()\n\n        @api.get("/a")\n        def a(): ...\n    return api\n\ndef make_app():\n    app = FastAPI()\n    api = make_api()\n    app.mount("/api", app=api, name="api")\n    return app\n',
    }),
  ).toEqual(['GET /api/a make_api.a']));

test('sub-applications are mounted', () => {
  expect(
    detect({
      'shop/main.py':
        'from fastapi import FastAPI\napp = FastAPI()\nsub = FastAPI()\napp.mount("/sub", sub)\n\n@sub.get("/a")\ndef a(): ...\n',
    }),
  ).toEqual(['GET /sub/a a']);
});

test('a mount takes slashes off the end of its path', () =>
  expect(
    detect({
      'shop/main.py':
        'from fastapi import FastAPI\nfrom starlette.routing import Mount, Route\napp = FastAPI(routes=[Mount("/x/", routes=[Route("/b", b)])])\nsub = FastAPI()\napp.mount("/", app=sub)\n\n@sub.get("/a")\ndef a(): ...\n',
    }),
  ).toEqual(['GET /x/b b', 'GET /a a']));

test('Flask-RESTX: namespaces by name or path, APIs on blueprints, several paths, nested prefixes', () =>
  expect(
    detect({
      'shop/todo.py':
        'from flask_restx import Namespace, Resource\nns = Namespace("todos")\n\n@ns.route("/", "/all")\nclass Todos(Resource):\n    def get(self): ...\n    def post(self): ...\n\n@ns.route("/<int:id>")\nclass Todo(Resource):\n    def delete(self, id): ...\n',
      'shop/app.py':
        'from flask import Blueprint, Flask\nfrom flask_restx import Api, Resource\nfrom .todo import ns as todos\nbp = Blueprint("api", __name__, url_prefix="/api")\napi = Api(bp)\napi.add_namespace(todos)\nusers = api.namespace("users", path="/people")\n\n@users.route("/me")\nclass Me(Resource):\n    def get(self): ...\n\n@api.route("/ping")\nclass Ping(Resource):\n    def get(self): ...\n\ndef create_app():\n    app = Flask(__name__)\n    app.register_blueprint(bp, url_prefix="/v2")\n    return app\n',
    }),
  ).toEqual([
    'GET /v2/ping Ping',
    'GET /v2/todos/ Todos',
    'POST /v2/todos/ Todos',
    'GET /v2/todos/all Todos',
    'POST /v2/todos/all Todos',
    'DELETE /v2/todos/<int:id> Todo',
    'GET /v2/people/me Me',
  ]));

test('Flask-RESTful: resources with several paths, the prefix of the API, an application that comes later', () =>
  expect(
    detect({
      'shop/app.py':
        'from flask import Flask\nfrom flask_restful import Api, Resource\n\nclass Base(Resource):\n    def get(self): ...\n\nclass Item(Base):\n    def put(self): ...\n\napi = Api(prefix="/api")\napi.add_resource(Item, "/items", "/items/<id>", endpoint="item")\napp = Flask(__name__)\napi.init_app(app)\n',
    }),
  ).toEqual([
    'GET /api/items Item',
    'PUT /api/items Item',
    'GET /api/items/<id> Item',
    'PUT /api/items/<id> Item',
  ]));

test('Starlette: lists of routes, mounts, classes, web sockets', () =>
  expect(
    detect({
      'shop/app.py':
        'from starlette.applications import Starlette\nfrom starlette.endpoints import HTTPEndpoint\nfrom starlette.routing import Mount, Route, WebSocketRoute\n\ndef home(request): ...\ndef live(socket): ...\n\nclass Users(HTTPEndpoint):\n    async def get(self, request): ...\n    async def post(self, request): ...\n\nadmin = Starlette(routes=[Route("/x", home, methods=["POST"])])\nUSERS = [Route("/", Users), WebSocketRoute("/live", live)]\napp = Starlette(routes=[Route("/", home), Mount("/users", routes=USERS), Mount("/admin", app=admin)])\n',
    }),
  ).toEqual([
    'GET / home',
    'GET /users/ Users',
    'POST /users/ Users',
    'WEBSOCKET /users/live live',
    'POST /admin/x home',
  ]));

test('Starlette: lists of routes that are added to, routes of classes of the project, lists that are not known', () => {
  const { gaps, served } = detectRoutes(
    buildProjectFacts(
      'shop',
      treeOf({
        'shop/__init__.py': '',
        'shop/main.py':
          'from fastapi import FastAPI\nfrom fastapi.routing import APIRoute\nfrom starlette.applications import Starlette\nfrom starlette.routing import Route\nimport plugins\n\nclass Own(APIRoute): ...\n\ndef a(): ...\n\ndef make(debug):\n    routes = [Own("/a", a)]\n    routes += [Own("/b", a, methods=["POST"])]\n    if debug:\n        routes.append(Route("/c", a))\n    app = FastAPI(routes=routes)\n    app.routes.append(Route("/d", a))\n    return app\n\nother = Starlette(routes=plugins.routes())\n',
      }),
    ),
  );
  expect(served.map(({ path, route }) => `${route.methods.join()} ${path}`)).toEqual([
    'POST /b',
    'GET /c',
    'GET /a',
    'GET /d',
  ]);
  expect(gaps.map(({ reason }) => reason)).toEqual(['routes: plugins.routes(): only known at run time']);
});

test('routers of other packages, and those that only exist at run time, are noted where they are included', () => {
  const { gaps } = detectRoutes(
    buildProjectFacts(
      'shop',
      treeOf({
        'shop/__init__.py': '',
        'shop/main.py':
          'from fastapi import FastAPI\nfrom fastapi.staticfiles import StaticFiles\nfrom plugins import load, router as theirs\napp = FastAPI()\napp.mount("/static", StaticFiles(directory="s"))\napp.include_router(theirs, prefix="/x")\nfor plugin in load():\n    app.include_router(plugin.router)\n',
      }),
    ),
  );
  expect(gaps).toEqual([
    {
      file: 'shop/main.py',
      line: 6,
      reason: 'include_router(theirs): plugins.router is not part of the project',
    },
    { file: 'shop/main.py', line: 8, reason: 'include_router(plugin.router): is only known at run time' },
  ]);
});
