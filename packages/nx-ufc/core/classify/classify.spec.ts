import { loadBlueprint } from '../../platform/blueprint';
import { analysisOf } from '../testing/project';

const blueprint = loadBlueprint();
const roleOf = (text: string, more: Record<string, string> = {}) => {
  const found = analysisOf(
    { 'pkg/__init__.py': '', 'pkg/m.py': text, ...more },
    blueprint,
    'pkg',
  ).classifications.get('pkg/m.py')!;
  return `${found.layer}/${found.role}`;
};

test.each([
  [
    'core/schema',
    'from pydantic import BaseModel\nclass A(BaseModel):\n    x: int\nclass B(A):\n    y: int\n',
  ],
  [
    'core/model',
    'from sqlalchemy.orm import DeclarativeBase\nclass Base(DeclarativeBase): pass\nclass T(Base):\n    __tablename__ = "t"\n',
  ],
  [
    'core/util',
    'from .x import OwnBase\nclass A(OwnBase):\n    @classmethod\n    def sources(cls, x): return cls\n    @classmethod\n    def more(cls, x): return cls\n    @classmethod\n    def most(cls, x): return cls\ndef f(x): return x\n',
  ],
  [
    'core/service',
    'from .x import ServerBase\nclass Server(ServerBase):\n    def __init__(self, x): self.x = x\n    def serve(self): return 1\n',
  ],
  ['core/service', 'class A(B):\n    name = "a"\n    @classmethod\n    def send(cls, x): return cls.name\n'],
  [
    'core/util',
    'class A:\n    def __init__(self, x): self.x = x\n    @classmethod\n    def of(cls, x): return cls(x)\ndef f(x): return x\n',
  ],
  ['core/model', 'from dataclasses import dataclass\n@dataclass\nclass A:\n    x: int\n    y: int\n'],
  ['core/port', 'from typing import Protocol\nclass P(Protocol):\n    def f(self) -> int: ...\n'],
  [
    'core/port',
    'from abc import ABC, abstractmethod\nclass P(ABC):\n    @abstractmethod\n    def f(self): ...\n',
  ],
  [
    'core/util',
    'from typing import Container\nclass Box(Container):\n    def __contains__(self, x): return True\n',
  ],
  ['core/service', 'from .parts import Container\nclass Page(Container):\n    def close(self): return 1\n'],
  [
    'manifest/assembly',
    'from dependency_injector import containers\nclass Own(containers.DeclarativeContainer):\n    x = 1\n',
  ],
  ['manifest/assembly', 'from lagom import Container\nclass Own(Container):\n    x = 1\n'],
  ['interface/api', 'from fastapi import APIRouter\nr = APIRouter()\n@r.get("/")\ndef f(): return 1\n'],
  [
    'interface/api',
    'from flask import Blueprint\nb = Blueprint("b", __name__)\n@b.route("/")\ndef f(): return "x"\n',
  ],
  ['interface/api', 'def lambda_handler(event, context):\n    return {"statusCode": 200}\n'],
  [
    'interface/api',
    'from discord.ext import commands\nclass A(commands.Cog):\n    @commands.command()\n    async def f(self, ctx): return 1\n    def g(self): return 2\n',
  ],
  [
    'interface/api',
    'from telegram.ext import CommandHandler\nclass Bot:\n    def f(self): return CommandHandler("a", self.g)\n    def g(self): return 1\n',
  ],
  ['interface/api', 'from bot import app\nimport slack_bolt\n@app.event("x")\ndef f(say): say("a")\n'],
  ['interface/cli', 'import click\nfrom discord import X\n@click.command()\ndef f(): return X\n'],
  ['interface/web', 'import streamlit as st\nst.title("a")\ndef f(x): return x\n'],
  ['interface/web', 'import streamlit as st\n@st.cache_data\ndef f(x): return x\n'],
  ['core/service', 'from airflow import DAG\nwith DAG("a") as dag:\n    x = 1\ndef f(x): return x\n'],
  ['core/service', 'from prefect import flow\n@flow\ndef f(x): return x\n'],
  ['core/util', 'def handler(event): return event\ndef error_handler(error, context): return error\n'],
  ['interface/cli', 'import typer\napp = typer.Typer()\n@app.command()\ndef f(): return 1\n'],
  [
    'interface/cli',
    'import argparse\ndef main():\n    p = argparse.ArgumentParser()\n    return p.parse_args()\n',
  ],
  [
    'interface/cli',
    'import optparse\ndef main():\n    p = optparse.OptionParser()\n    p.add_option("-x")\n    return p.parse_args()\n',
  ],
  ['interface/cli', 'from optparse import OptionParser\nclass Parser(OptionParser): ...\n'],
  ['interface/mcp', 'from mcp.server.fastmcp import FastMCP\ns = FastMCP("x")\n'],
  [
    'manifest/settings',
    'from pydantic_settings import BaseSettings\nclass S(BaseSettings):\n    x: int = 1\n',
  ],
  [
    'interface/cli',
    'from os import getenv\nimport logging\ndef main():\n    logging.basicConfig()\n    a = getenv("A")\n    b = getenv("B")\nif __name__ == "__main__":\n    main()\n',
  ],
  ['manifest/settings', 'from os import getenv\nA = getenv("A")\nB: int = int(getenv("B", "1"))\n'],
  [
    'core/util',
    'from os import getenv\nif getenv("A") and getenv("B"):\n    from x import f\nelif getenv("C"):\n    from y import f\n',
  ],
  [
    'interface/cli',
    'import logging\nimport sys\ndef main(argv=None):\n    argv = sys.argv if argv is None else argv\n    logging.basicConfig()\n',
  ],
  [
    'core/observability',
    'import logging\nimport sys\ndef main(argv):\n    logging.basicConfig()\ndef f(): return sys.argv\n',
  ],
  ['core/service', 'class A:\n    def f(self): return 1\n    def g(self): return 2\n'],
  ['core/util', 'def f(x): return x + 1\ndef g(x): return x + 2\n'],
  [
    'core/service',
    'def f(db, x): db.execute(x)\ndef g(*, db): return db.query(1).all()\ndef h(x): return x\n',
  ],
  ['core/util', 'def f(x, seen): seen.add(x)\ndef g(x): return db.query(x)\n'],
  ['core/observability', 'import logging.config\ndef setup(): logging.config.dictConfig({})\n'],
  [
    'interface/cli',
    'import logging\nlogging.basicConfig()\ndef init(): return 1\ndef main(): init()\nif __name__ == "__main__":\n    main()\n',
  ],
  [
    'core/util',
    'import logging\ndef f(x): return x\nif __name__ == "__main__":\n    logging.basicConfig()\n    f(1)\n',
  ],
  [
    'core/observability',
    'import logging\ndef setup(): logging.basicConfig()\nif __name__ == "__main__":\n    setup()\n',
  ],
  ['core/schema', 'from marshmallow import Schema, fields\nclass A(Schema):\n    x = fields.Int()\n'],
  [
    'core/schema',
    'from .x import ma\nclass A(ma.SQLAlchemyAutoSchema):\n    class Meta:\n        model = 1\n',
  ],
  [
    'core/model',
    'from django.db import models\nclass A(models.Model):\n    name = models.CharField(max_length=9)\n',
  ],
  ['interface/api', 'from django.shortcuts import render\ndef index(request): return render(request, "a")\n'],
  ['interface/api', 'from django.urls import path\nfrom . import views\nurlpatterns = [path("", views.a)]\n'],
  [
    'interface/cli',
    'from django.core.management.base import BaseCommand\nclass Command(BaseCommand):\n    def handle(self): return 1\n',
  ],
  [
    'interface/api',
    'from aiohttp import web\nasync def f(request): return web.Response()\napp = web.Application()\n',
  ],
  [
    'core/service',
    'import aiohttp\nclass Client:\n    async def get(self): return aiohttp\n    def put(self): return 1\n',
  ],
  ['core/service', 'from celery import shared_task\n@shared_task\ndef f(x): return x\n'],
  ['interface/api', 'import strawberry\n@strawberry.type\nclass Query:\n    x: int\n'],
  [
    'interface/api',
    'from . import a_pb2_grpc\nclass S(a_pb2_grpc.GreeterServicer):\n    def Hello(self, r, c): return 1\n',
  ],
  [
    'core/model',
    'from sqlalchemy import Column, MetaData, Table\nmeta = MetaData()\nusers = Table("u", meta, Column("id"))\n',
  ],
  [
    'interface/cli',
    'import argparse\nclass P(argparse.ArgumentParser):\n    def f(self): return 1\n    def g(self): return 1\n',
  ],
  [
    'interface/cli',
    'class Command:\n    def options(self, parser):\n        parser.add_argument("--all")\n        return parser\n',
  ],
  ['core/model', 'from alembic import op\nrevision = "1"\ndef upgrade(): op.f()\ndef downgrade(): op.g()\n'],
  [
    'core/service',
    'from tornado import ioloop\nclass A:\n    def f(self): return ioloop\n    def g(self): return 1\n',
  ],
  ['manifest/settings', 'from dynaconf import Dynaconf\nsettings = Dynaconf()\n'],
  ['core/observability', 'import structlog\nstructlog.configure(processors=[])\n'],
  ['core/observability', 'from prometheus_client import Counter\nHITS = Counter("a", "b")\n'],
  [
    'core/service',
    'import sentry_sdk\nclass A:\n    def f(self): return sentry_sdk\n    def g(self): return 2\n',
  ],
])('%s', (expected, text) => expect(roleOf(text)).toBe(expected));

test.each([
  [
    'core/model',
    'from .ext import db\nclass A(db.Model):\n    id = db.Column(db.Integer)\n    def f(self): return 1\n',
  ],
  [
    'core/service',
    'from .ext import db\nclass A(db.Model):\n    id = x.Column(1)\n    def f(self): return 1\n',
  ],
  ['interface/api', 'from .ext import create_app\napp = create_app("x")\n'],
  ['core/util', 'from .ext import create_apple\napp = create_apple("x")\n'],
])('%s: %j', (expected, text) =>
  expect(
    roleOf(text, { 'pkg/ext.py': 'db = 1\ndef create_app(x): return 1\ndef create_apple(x): return 1\n' }),
  ).toBe(expected),
);

test('settings that core imports sink to core', () => {
  const settings = 'from pydantic_settings import BaseSettings\nclass S(BaseSettings):\n    x: int = 1\n';
  expect(
    roleOf(settings, {
      'pkg/service.py':
        'from .m import S\nclass A:\n    def f(self): return S()\n    def g(self): return 1\n',
    }),
  ).toBe('core/util');
});

test('what protoc makes of one file stays together', () => {
  const { classifications } = analysisOf(
    {
      'pkg/__init__.py': '',
      'pkg/chat_pb2.py':
        'from google.protobuf import descriptor_pool as _pool\nDESCRIPTOR = _pool.Default().AddSerializedFile(b"")\n',
      'pkg/chat_pb2_grpc.py':
        'import grpc\nfrom . import chat_pb2\nclass ChatStub(object):\n    def __init__(self, channel):\n        self.a = channel.f(chat_pb2)\n' +
        'class ChatServicer(object):\n    def A(self, request, context):\n        context.set_code(grpc.X)\n    def B(self, request, context):\n        context.set_code(grpc.X)\n',
    },
    blueprint,
    'pkg',
  );
  const places = ['chat_pb2', 'chat_pb2_grpc'].map((name) => classifications.get(`pkg/${name}.py`)!);
  expect(places.map(({ layer, role }) => `${layer}/${role}`)).toEqual(['core/schema', 'core/schema']);
});

test('a module that imports the interface rises to it', () => {
  expect(
    roleOf('from .web import app\nclass A:\n    def f(self): return app\n    def g(self): return 1\n', {
      'pkg/web.py': 'from flask import Flask\napp = Flask(__name__)\n',
    }),
  ).toBe('interface/api');
});

test('what rises takes the interface role of what it imports, over several modules too', () => {
  const service = (module: string) =>
    `from .${module} import x\nclass A:\n    def f(self): return x\n    def g(self): return 1\n`;
  expect(
    roleOf(service('a'), { 'pkg/a.py': service('b'), 'pkg/b.py': 'import typer\nx = typer.Typer()\n' }),
  ).toBe('interface/cli');
});

test('what shows nothing of the interface belongs to the commands of a program without a web API', () => {
  const helper = 'def f():\n    return 1\n';
  const files = {
    'pkg/__init__.py': '',
    'pkg/app.py': 'import click\n@click.command()\ndef main(): ...\n',
    'pkg/parts/__init__.py': '',
    'pkg/parts/a.py': `from ..app import main\n${helper}`,
    'pkg/parts/b.py': `from .a import f\nfrom ..app import main\n`,
    'pkg/parts/c.py': `import click\nfrom .b import main\n${helper}`,
  };
  const { classifications } = analysisOf(files, loadBlueprint(), 'pkg');
  const roles = [...classifications.values()].filter(({ layer }) => layer === 'interface');
  expect(new Set(roles.map(({ role }) => role))).toEqual(new Set(['cli']));
});

test('a framework that half of a package imports indirectly is listed, and the package stays where it belongs', () => {
  const many = Object.fromEntries(
    Array.from({ length: 60 }, (_, i) => [
      `pkg/s${i}.py`,
      'from .m import A\nclass B(A):\n    def f(self): return 1\n    def g(self): return 2\n',
    ]),
  );
  const text =
    'class A:\n    def f(self):\n        from flask import g\n        return g\n    def h(self): return 1\n    def i(self): return 1\n    def j(self): return 1\n    def k(self): return 1\n';
  const { classifications } = analysisOf(
    { 'pkg/__init__.py': '', 'pkg/m.py': text, ...many },
    blueprint,
    'pkg',
  );
  expect([...classifications.values()].filter(({ layer }) => layer === 'interface')).toEqual([]);
  expect(classifications.get('pkg/m.py')).toMatchObject({ layer: 'core', confidence: 0.5 });
  expect(classifications.get('pkg/m.py')!.evidence.at(-1)).toBe(
    'imports the web framework flask against the layer rules (line 3): too much imports it to raise it',
  );
  const few = Object.fromEntries(Object.entries(many).slice(0, 10));
  expect(roleOf(text, few)).toBe('interface/api');
});

describe('packages', () => {
  const service = 'class A:\n    def f(self): return 1\n    def g(self): return 2\n';
  const helper = 'def f(x): return x\n';
  const model =
    'from dataclasses import dataclass\n@dataclass\nclass A:\n    x: int\n@dataclass\nclass B:\n    x: int\n';
  const placesIn = (files: Record<string, string>) =>
    Object.fromEntries(
      [...analysisOf({ 'pkg/__init__.py': '', ...files }, blueprint, 'pkg').classifications]
        .filter(([, { layer }]) => layer !== null)
        .map(([path, { layer, role, confidence }]) => [
          path,
          `${layer}/${role}${confidence < 0.6 ? ' ?' : ''}`,
        ]),
    );
  test('with one clear role move as a whole, and what follows is as certain as the package is', () =>
    expect(
      placesIn({
        'pkg/a/__init__.py': '',
        'pkg/a/b/c.py': service,
        'pkg/a/d.py': service,
        'pkg/a/e.py': helper,
      }),
    ).toEqual({
      'pkg/a/__init__.py': 'core/service',
      'pkg/a/b/c.py': 'core/service',
      'pkg/a/d.py': 'core/service',
      'pkg/a/e.py': 'core/service',
    }));
  test('without a clear role leave it to the packages in them', () =>
    expect(
      placesIn({
        'pkg/a/b/c.py': service,
        'pkg/a/b/d.py': helper,
        'pkg/a/m/c.py': model,
        'pkg/a/m/e.py': helper,
        'pkg/a/p/c.py': 'from typing import Protocol\nclass P(Protocol):\n    def f(self) -> int: ...\n',
      }),
    ).toMatchObject({
      'pkg/a/b/c.py': 'core/service',
      'pkg/a/b/d.py': 'core/service ?',
      'pkg/a/m/c.py': 'core/model',
      'pkg/a/m/e.py': 'core/model ?',
      'pkg/a/p/c.py': 'core/port',
    }));
  test('are called by what their modules do not show clearly', () =>
    expect(
      placesIn({
        'pkg/services/a.py': helper,
        'pkg/services/b.py':
          'def f(x): return x\ndef g(x): return x\ndef h(x): return x\ndef i(x): return x\n',
        'pkg/_utils/a.py':
          'from typing import TypedDict\nclass A(TypedDict):\n    x: int\ndef f(x): return x\n',
        'pkg/utils/a.py': 'import os\ndef f(x): return os.stat(x)\n',
        'pkg/schemas/a.py': service,
        'pkg/schemas/b.py': service,
      }),
    ).toMatchObject({
      'pkg/services/a.py': 'core/service',
      'pkg/services/b.py': 'core/service',
      'pkg/_utils/a.py': 'core/util',
      'pkg/utils/a.py': 'core/util',
      'pkg/schemas/a.py': 'core/service',
    }));
  test('are no observability for a module of logging beside settings', () => {
    const logging = 'import logging.config\ndef setup(): logging.config.dictConfig({})\n';
    const settings = 'from pydantic_settings import BaseSettings\nclass S(BaseSettings):\n    x: int = 1\n';
    const user =
      'from .base.config import S\nclass A:\n    def f(self): return S()\n    def g(self): return 1\n';
    expect(
      placesIn({
        'pkg/base/config.py': settings,
        'pkg/base/log.py': logging,
        'pkg/a.py': user,
        'pkg/logs/a.py': logging,
        'pkg/logs/b.py': logging,
      }),
    ).toMatchObject({
      'pkg/base/config.py': expect.stringContaining('core/util') as string,
      'pkg/base/log.py': expect.stringContaining('core/util') as string,
      'pkg/logs/a.py': 'core/observability',
    });
    expect(placesIn({ 'pkg/prom/a.py': logging, 'pkg/prom/b.py': helper })).toMatchObject({
      'pkg/prom/b.py': expect.stringContaining('core/observability') as string,
    });
  });
  test('an empty __init__ is as certain as its package, which it says nothing against', () =>
    expect(
      placesIn({
        'pkg/web/__init__.py': '',
        'pkg/web/app.py': 'from fastapi import APIRouter\nr = APIRouter()\n@r.get("/")\ndef f(): return 1\n',
      }),
    ).toEqual({ 'pkg/web/__init__.py': 'interface/api', 'pkg/web/app.py': 'interface/api' }));
  test('keep a module that shows little, and let a router go', () =>
    expect(
      placesIn({
        'pkg/a/app.py': 'from fastapi import APIRouter\nr = APIRouter()\n@r.get("/")\ndef f(): return 1\n',
        'pkg/a/b.py': service,
        'pkg/a/c.py': service,
        'pkg/cli/app.py': 'import typer\napp = typer.Typer()\n',
        'pkg/cli/more.py': 'import typer\napp = typer.Typer()\n',
        'pkg/cli/text.py': helper,
      }),
    ).toMatchObject({
      'pkg/a/app.py': 'interface/api',
      'pkg/a/b.py': 'core/service',
      'pkg/cli/text.py': 'interface/cli ?',
    }));
});

test('a framework may use its own modules anywhere', () =>
  expect(
    analysisOf(
      {
        'flask/__init__.py': '',
        'flask/m.py': 'from flask.a import A\ndef f(x): return A\n',
        'flask/a.py': 'A = 1\n',
      },
      blueprint,
      'flask',
    ).classifications.get('flask/m.py'),
  ).toMatchObject({ layer: 'core', role: 'util' }));

test('argparse that only tries a module out is no command line', () => {
  const trial =
    'if __name__ == "__main__":\n    import argparse\n    p = argparse.ArgumentParser()\n    p.add_argument("--x")\n';
  expect(roleOf(`class A:\n    def f(self): return 1\n    def g(self): return 1\n${trial}`)).toBe(
    'core/service',
  );
  expect(roleOf(trial)).toBe('interface/cli');
});

test.each<[string, string]>([
  ['core/util', 'class AError(Exception): ...\n'],
  [
    'core/util',
    'class AError(Exception):\n    def __init__(self, x): self.x = x\n    def f(self): return self.x\n',
  ],
  ['core/util', '__version__ = "1"\n'],
  ['core/util', 'version_info = (1, 2)\n__version__ = ".".join(map(str, version_info))\n'],
  ['core/util ?', 'A = 1\n'],
  [
    'core/service',
    `${['A', 'B', 'C', 'D'].map((x) => `class ${x}Error(Exception): ...\n`).join('')}class X:\n${['f', 'g', 'h', 'i', 'j'].map((x) => `    def ${x}(self): return 1\n`).join('')}`,
  ],
  [
    'core/util',
    `class Codes:\n    def f(self): return 1\n${['A', 'B', 'C', 'D'].map((x) => `class ${x}Error(Exception): ...\n`).join('')}`,
  ],
])('exceptions and versions: %s %j', (place, text) => {
  const { layer, role, confidence } = analysisOf(
    { 'pkg/__init__.py': '', 'pkg/m.py': text },
    blueprint,
    'pkg',
  ).classifications.get('pkg/m.py')!;
  expect(`${layer}/${role}${confidence < blueprint.classification.reviewThreshold ? ' ?' : ''}`).toBe(place);
});
