import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020';
import { detectRoutes } from '../endpoints';
import { buildProjectFacts } from '../project/project-facts';
import { treeOf } from '../testing/project';
import { buildOpenApi } from './document';
import type { OpenApiDocument, Operation } from './types';

const OFFICIAL = require.resolve('@seriousme/openapi-schema-validator/schemas/v3.1/schema.json');
const official = new Ajv2020({ strict: false, validateFormats: false }).compile(
  JSON.parse(readFileSync(OFFICIAL, 'utf8')) as object,
);

/** The document of a project; it must be valid after the official schema, and every `$ref` must lead somewhere. */
function document(files: Record<string, string>): OpenApiDocument {
  const project = buildProjectFacts('shop', treeOf({ 'shop/__init__.py': '', ...files }));
  const options = { pydantic: 2, python: [3, 12] } as const;
  const made = buildOpenApi(detectRoutes(project), { title: 'shop', version: '1.0', options });
  const plain = JSON.parse(JSON.stringify(made)) as OpenApiDocument;
  expect(official(plain) ? [] : official.errors).toEqual([]);
  for (const [, name] of JSON.stringify(plain).matchAll(/"#\/components\/schemas\/([^"]+)"/g))
    expect(Object.keys(plain.components.schemas)).toContain(name);
  return plain;
}

const fastapi = (body: string, more: Record<string, string> = {}) =>
  document({
    'shop/main.py': `from typing import Annotated, Optional\nfrom fastapi import APIRouter, Body, Cookie, Depends, FastAPI, Form, Header, Query, Request, UploadFile\nfrom pydantic import BaseModel, Field\napp = FastAPI()\n${body}\n`,
    ...more,
  });
const operation = (made: OpenApiDocument, path: string, method: string) =>
  made.paths[path][method] as Operation;
/** `query q: string?`, the question mark for one that is not required. */
const parameters = (one: Operation) =>
  (one.parameters ?? []).map(
    ({ name, in: place, required, schema }) =>
      `${place} ${name}: ${String(schema.type ?? JSON.stringify(schema.anyOf ?? schema.$ref ?? '?'))}${required ? '' : '?'}`,
  );

test('parameters of the signature: path, query, header, cookie, constraints, defaults, Annotated', () => {
  const made = fastapi(
    'LIMIT = 50\n@app.get("/items/{item_id:path}")\ndef read(item_id: int, q: str, limit: int = Query(10, le=LIMIT), x_token: str = Header(...), session: Annotated[str | None, Cookie(alias="sid")] = None, deep: bool = False, request: Request = None): ...',
  );
  const one = operation(made, '/items/{item_id}', 'get');
  expect(parameters(one)).toEqual([
    'path item_id: integer',
    'query q: string',
    'query limit: integer?',
    'query deep: boolean?',
    'header x-token: string',
    'cookie sid: [{"type":"string"},{"type":"null"}]?',
  ]);
  expect(one.parameters![2].schema).toEqual({
    type: 'integer',
    maximum: 50,
    default: 10,
    title: 'Limit',
  });
  expect(Object.keys(one.responses)).toEqual(['200', '422']);
});

test('dependencies of dependencies count, over modules, classes, factories, instances and aliases', () => {
  const made = fastapi(
    'from .deps import PageDep, Checker, make, Filter\ncheck = Checker()\n@app.get("/", dependencies=[Depends(check)])\ndef read(page: PageDep, other=Depends(make(strict=True)), filter: Filter = Depends()): ...',
    {
      'shop/deps.py':
        'from dataclasses import dataclass\nfrom typing import Annotated\nfrom fastapi import Depends, Header, Query, Request\n\ndef token(authorization: str = Header()): ...\n\ndef page(size: int = 20, auth=Depends(token)): ...\nPageDep = Annotated[dict, Depends(page)]\n\nclass Checker:\n    def __call__(self, request: Request, role: str): ...\n\ndef strict_one(a: int): ...\ndef lax_one(b: int): ...\ndef make(*, strict: bool):\n    return strict_one if strict else lax_one\n\n@dataclass\nclass Filter:\n    name: str\n    sort: str = Query("asc")\n',
    },
  );
  expect(parameters(operation(made, '/', 'get')).sort()).toEqual([
    'header authorization: string',
    'query a: integer',
    'query name: string',
    'query role: string',
    'query size: integer?',
    'query sort: string?',
  ]);
});

test('request bodies: a model, several of them, embedded, forms and files; components by $ref', () => {
  const made = fastapi(
    'class Item(BaseModel):\n    name: str = Field(max_length=9)\n    tags: list[str] = []\n\n@app.post("/one")\ndef one(item: Item): ...\n\n@app.put("/two")\ndef two(item: Item, other: Optional[Item] = None): ...\n\n@app.put("/three")\ndef three(item: Annotated[Item, Body(embed=True)]): ...\n\n@app.post("/file")\ndef upload(file: UploadFile, note: str = Form("")): ...',
  );
  const body = (path: string, method: string) => operation(made, path, method).requestBody;
  expect(body('/one', 'post')).toEqual({
    required: true,
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Item' } } },
  });
  expect(made.components.schemas.Item).toMatchObject({
    properties: { name: { type: 'string', maxLength: 9 } },
    required: ['name'],
  });
  expect(made.components.schemas.Body_two_two_put).toMatchObject({ required: ['item'] });
  expect(made.components.schemas.Body_three_three_put).toMatchObject({
    properties: { item: { $ref: '#/components/schemas/Item' } },
  });
  expect(Object.keys(body('/file', 'post')!.content)).toEqual(['multipart/form-data']);
  expect(made.components.schemas.Body_upload_file_post).toMatchObject({
    properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } },
    required: ['file'],
  });
});

test('settings of application, routers, inclusions and route add up', () => {
  const made = document({
    'shop/main.py':
      'from http import HTTPStatus\nfrom fastapi import APIRouter, Depends, FastAPI, status\nfrom fastapi.responses import PlainTextResponse\nfrom fastapi.security import OAuth2PasswordBearer\nfrom pydantic import BaseModel\n\nclass Error(BaseModel):\n    detail: str\n\nclass Owned(APIRouter):\n    def __init__(self, tags=None, **kwargs):\n        super().__init__(tags=tags, dependencies=[Depends(OAuth2PasswordBearer("token"))], **kwargs)\n\nrouter = Owned(tags=["b"], responses={404: {"model": Error}})\n\n@router.delete("/x", status_code=status.HTTP_204_NO_CONTENT, tags=["c"], deprecated=True, include_in_schema=False)\ndef drop_it():\n    """Drop it.\n\n    For good."""\n\n@router.get("/t", response_class=PlainTextResponse, status_code=HTTPStatus.ACCEPTED, summary="T", operation_id="tee")\ndef text(): ...\n\napp = FastAPI(title="Shop", version="2")\napp.include_router(router, prefix="/api", tags=["a"])\n',
  });
  expect(made.info).toEqual({ title: 'Shop', version: '2' });
  const drop = operation(made, '/api/x', 'delete');
  expect(drop).toMatchObject({
    tags: ['a', 'b', 'c'],
    summary: 'Drop It',
    description: 'Drop it.\n\nFor good.',
    deprecated: true,
    operationId: 'drop_it_api_x_delete',
    security: [{ OAuth2PasswordBearer: [] }],
    'x-ufc-hidden': true,
    'x-ufc-source': 'shop/main.py:16',
  });
  expect(drop.responses['204']).toEqual({ description: 'Successful Response' });
  expect(drop.responses['404'].content).toEqual({
    'application/json': { schema: { $ref: '#/components/schemas/Error' } },
  });
  expect(operation(made, '/api/t', 'get')).toMatchObject({
    summary: 'T',
    operationId: 'tee',
    responses: { '202': { content: { 'text/plain': { schema: { type: 'string' } } } } },
  });
});

test('what cannot be known is marked where it is missing', () => {
  const made = fastapi(
    'import os\nfrom elsewhere import Thing, guard\n@app.get(os.environ["P"] + "/a/{id}")\ndef a(id: int, thing: Thing, user=Depends(guard)): ...\n@app.get("/b", status_code=int(os.environ["S"]))\ndef b(limit: int = int(os.environ["L"])): ...\nfor plugin in os.listdir():\n    app.include_router(plugin.router)',
  );
  const a = operation(made, '/{unresolved}', 'get');
  expect(a['x-ufc-unresolved']).toContain('thing is a query parameter or the body');
  expect(a['x-ufc-unresolved']).toContain('what elsewhere.guard takes from a request is not in the code');
  const b = operation(made, '/b', 'get');
  expect(b.parameters![0].schema['x-ufc-unresolved']).toMatch(/^default: /);
  expect(b.responses.default['x-ufc-unresolved']).toBe('its status code is only known at run time');
  expect(made['x-ufc-unresolved']).toEqual([
    { 'x-ufc-source': 'shop/main.py:12', reason: 'include_router(plugin.router): is only known at run time' },
  ]);
});

test('class-based routes: the first parameter is the instance, its dependencies count', () => {
  const made = fastapi(
    'from fastapi_utils.cbv import cbv\nrouter = APIRouter()\ndef user(token: str = Header()): ...\n@cbv(router)\nclass Things:\n    user: str = Depends(user)\n    @router.get("/things")\n    def all(self, page: int = 1): ...\napp.include_router(router)',
  );
  const one = operation(made, '/things', 'get');
  expect(parameters(one)).toEqual(['query page: integer?', 'header token: string']);
  expect(one['x-ufc-unresolved']).toBeUndefined();
});

test('two applications with the same path, web sockets and unusual methods keep their places', () => {
  const made = document({
    'shop/main.py':
      'from fastapi import FastAPI\nfrom flask import Flask\none = FastAPI()\ntwo = FastAPI()\nold = Flask(__name__)\n@one.get("/x")\ndef x(): ...\n@two.get("/x")\ndef y(): ...\n@one.websocket("/live")\ndef live(): ...\n@old.route("/l/<int(min=2):n>", methods=["LINK"])\ndef link(n):\n    """Link.\n\n    More."""\n',
  });
  const x = operation(made, '/x', 'get');
  expect(x['x-ufc-alternatives']).toMatchObject([{ operationId: 'y_x_get', 'x-ufc-handler': 'shop.main:y' }]);
  expect(made.paths['/live']['x-ufc-operations']!.WEBSOCKET).toMatchObject({
    operationId: 'live_live_websocket',
  });
  expect(made.paths['/l/{n}']['x-ufc-operations']!.LINK).toMatchObject({
    summary: 'Link.',
    description: 'More.',
    parameters: [{ name: 'n', in: 'path', required: true, schema: { type: 'integer', minimum: 2 } }],
  });
});

test('Flask and Starlette: what a handler reads from a request is there, and marked as inferred', () => {
  const made = document({
    'shop/main.py':
      'from flask import Flask, request\nPAGE = "page"\napp = Flask(__name__)\n\n@app.route("/search", methods=["GET", "POST"])\ndef search():\n    page = request.args.get(PAGE, 1, type=int)\n    term = request.args["q"]\n    many = request.args.getlist("tag")\n    key = request.headers.get("X-Key")\n    agent = request.headers["User-Agent"]\n    name = request.form["name"]\n    upload = request.files.get("file")\n\n@app.post("/items")\ndef create():\n    data = request.get_json() or {}\n    return {"name": data["name"], "size": data.get("size")}\n',
  });
  const get = operation(made, '/search', 'get');
  expect(parameters(get)).toEqual([
    'query page: integer?',
    'query q: string',
    'query tag: array?',
    'header X-Key: string?',
  ]);
  expect(get.parameters![0]).toMatchObject({
    schema: { default: 1 },
    'x-ufc-inferred': 'request.args',
    'x-ufc-source': 'shop/main.py:7',
  });
  expect(get).not.toHaveProperty('requestBody');
  expect(operation(made, '/search', 'post').requestBody).toEqual({
    content: {
      'multipart/form-data': {
        schema: {
          type: 'object',
          properties: { name: { type: 'string' }, file: { type: 'string', format: 'binary' } },
          required: ['name'],
        },
      },
    },
    'x-ufc-inferred': 'request.form, request.files',
  });
  expect(operation(made, '/items', 'post').requestBody).toEqual({
    content: {
      'application/json': {
        schema: { type: 'object', properties: { name: {}, size: {} }, required: ['name'] },
      },
    },
    'x-ufc-inferred': 'request.json',
  });
  const star = document({
    'shop/main.py':
      'from starlette.applications import Starlette\nfrom starlette.routing import Route\n\nasync def index(request):\n    body = await request.json()\n    return body["a"], request.query_params.get("b")\n\napp = Starlette(routes=[Route("/", index, methods=["POST"])])\n',
  });
  expect(parameters(operation(star, '/', 'post'))).toEqual(['query b: string?']);
  expect(operation(star, '/', 'post').requestBody).toMatchObject({ 'x-ufc-inferred': 'request.json' });
});

test('Flask-RESTX: models, parsers, what is marshalled, responses', () => {
  const made = document({
    'shop/main.py':
      'from flask import Flask\nfrom flask_restx import Api, Resource, fields, reqparse\napp = Flask(__name__)\napi = Api(app)\nns = api.namespace("items")\nbase = api.model("Base", {"id": fields.Integer(readonly=True)})\nITEM = {"name": fields.String(required=True, max_length=9), "tags": fields.List(fields.String), "of": fields.Nested(base)}\nitem = api.inherit("Item", base, ITEM)\nlate = api.model("Late", make())\nparser = reqparse.RequestParser()\nparser.add_argument("page", type=int, default=1, help="Page.")\nparser.add_argument("X-Key", location="headers", required=True)\nupload = parser.copy()\nupload.add_argument("file", location="files")\nupload.remove_argument("page")\n\n@ns.route("/")\nclass Items(Resource):\n    @ns.expect(parser)\n    @ns.marshal_list_with(item)\n    def get(self): ...\n\n    @ns.expect(item, validate=True)\n    @ns.response(404, "Gone")\n    @ns.marshal_with(item, code=201)\n    def post(self): ...\n\n    @ns.expect(upload)\n    @ns.marshal_with(late)\n    def put(self): ...\n',
  });
  const get = operation(made, '/items/', 'get');
  expect(parameters(get)).toEqual([
    'header X-Fields: string?',
    'query page: integer?',
    'header X-Key: string',
  ]);
  expect(get.responses['200'].content).toEqual({
    'application/json': { schema: { type: 'array', items: { $ref: '#/components/schemas/Item' } } },
  });
  const post = operation(made, '/items/', 'post');
  expect(post.requestBody).toEqual({
    required: true,
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Item' } } },
  });
  expect(Object.keys(post.responses)).toEqual(['201', '404']);
  expect(made.components.schemas.Item).toEqual({
    allOf: [
      { $ref: '#/components/schemas/Base' },
      {
        type: 'object',
        properties: {
          name: { type: 'string', maxLength: 9 },
          tags: { type: 'array', items: { type: 'string' } },
          of: { $ref: '#/components/schemas/Base' },
        },
        required: ['name'],
      },
    ],
  });
  const put = operation(made, '/items/', 'put');
  expect(parameters(put)).toEqual(['header X-Fields: string?', 'header X-Key: string']);
  expect(Object.keys(put.requestBody!.content)).toEqual(['multipart/form-data']);
  expect(made.components.schemas.Late['x-ufc-unresolved']).toBe(
    'the fields of the model are only known at run time',
  );
});

test('Flask-RESTX: what @ns.doc and @ns.param say, ids and tags, models that are cloned', () => {
  const made = document({
    'shop/app.py':
      'from flask import Flask\nfrom flask_restx import Api, Namespace, Resource, fields\nns = Namespace("books")\nbase = ns.model("Base", {"a": fields.String(required=True)})\nlonger = ns.clone("Longer", base, {"b": fields.Integer})\n\n@ns.route("/<int:id>")\n@ns.param("id", "Its number")\nclass BookItem(Resource):\n    @ns.doc("read_book", deprecated=True, description="Reads.")\n    @ns.param("size", "In pixels", type=int, default=64)\n    @ns.param("X-Kind", _in="header")\n    @ns.param(compute())\n    def get(self, id): ...\n\n    @ns.doc(params={"force": "Really", "why": {"type": "string", "required": True}}, responses={200: ("Changed", longer), 400: "Wrong"})\n    def put(self, id): ...\n\napi = Api(Flask(__name__))\napi.add_namespace(ns)\n',
  });
  const get = operation(made, '/books/{id}', 'get');
  expect(get).toMatchObject({
    operationId: 'read_book',
    tags: ['books'],
    deprecated: true,
    description: 'Reads.',
  });
  expect(parameters(get)).toEqual(['path id: integer', 'header X-Kind: string?', 'query size: integer?']);
  expect(get.parameters![0].description).toBe('Its number');
  const put = operation(made, '/books/{id}', 'put');
  expect(put.operationId).toBe('put_book_item');
  expect(parameters(put)).toEqual(['path id: integer', 'query force: string?', 'query why: string']);
  expect(Object.keys(put.responses)).toEqual(['200', '400']);
  expect(made.components.schemas.Longer).toEqual({
    type: 'object',
    properties: { a: { type: 'string' }, b: { type: 'integer' } },
    required: ['a'],
  });
});
