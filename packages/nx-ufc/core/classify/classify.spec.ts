import fc from 'fast-check';
import { loadBlueprint } from '../../platform/blueprint';
import type { Classification } from '../inventory/types';
import { analysisOf } from '../testing/project';
import { makeFeasible } from './feasible';

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
  ['core/model', 'from dataclasses import dataclass\n@dataclass\nclass A:\n    x: int\n    y: int\n'],
  ['core/port', 'from typing import Protocol\nclass P(Protocol):\n    def f(self) -> int: ...\n'],
  [
    'core/port',
    'from abc import ABC, abstractmethod\nclass P(ABC):\n    @abstractmethod\n    def f(self): ...\n',
  ],
  ['interface/api', 'from fastapi import APIRouter\nr = APIRouter()\n@r.get("/")\ndef f(): return 1\n'],
  [
    'interface/api',
    'from flask import Blueprint\nb = Blueprint("b", __name__)\n@b.route("/")\ndef f(): return "x"\n',
  ],
  ['interface/cli', 'import typer\napp = typer.Typer()\n@app.command()\ndef f(): return 1\n'],
  [
    'interface/cli',
    'import argparse\ndef main():\n    p = argparse.ArgumentParser()\n    return p.parse_args()\n',
  ],
  ['interface/mcp', 'from mcp.server.fastmcp import FastMCP\ns = FastMCP("x")\n'],
  [
    'manifest/settings',
    'from pydantic_settings import BaseSettings\nclass S(BaseSettings):\n    x: int = 1\n',
  ],
  ['core/service', 'class A:\n    def f(self): return 1\n    def g(self): return 2\n'],
  ['core/util', 'def f(x): return x + 1\ndef g(x): return x + 2\n'],
  ['core/observability', 'import logging.config\ndef setup(): logging.config.dictConfig({})\n'],
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
  ['manifest/settings', 'from dynaconf import Dynaconf\nsettings = Dynaconf()\n'],
  ['core/observability', 'import structlog\nstructlog.configure(processors=[])\n'],
  ['core/observability', 'from prometheus_client import Counter\nHITS = Counter("a", "b")\n'],
  [
    'core/service',
    'import sentry_sdk\nclass A:\n    def f(self): return sentry_sdk\n    def g(self): return 2\n',
  ],
])('%s', (expected, text) => expect(roleOf(text)).toBe(expected));

test('settings that core imports sink to core', () => {
  const settings = 'from pydantic_settings import BaseSettings\nclass S(BaseSettings):\n    x: int = 1\n';
  expect(
    roleOf(settings, {
      'pkg/service.py':
        'from .m import S\nclass A:\n    def f(self): return S()\n    def g(self): return 1\n',
    }),
  ).toBe('core/util');
});

test('a module that imports the interface rises to it', () => {
  expect(
    roleOf('from .web import app\nclass A:\n    def f(self): return app\n    def g(self): return 1\n', {
      'pkg/web.py': 'from flask import Flask\napp = Flask(__name__)\n',
    }),
  ).toBe('interface/api');
});

test('on any import graph no violation remains', () => {
  const modules = Array.from({ length: 12 }, (_, i) => `m${i}`);
  const layer = fc.constantFrom('core', 'interface', 'manifest') as fc.Arbitrary<
    'core' | 'interface' | 'manifest'
  >;
  const edge = fc.tuple(fc.constantFrom(...modules), fc.constantFrom(...modules));
  fc.assert(
    fc.property(
      fc.array(layer, { minLength: 12, maxLength: 12 }),
      fc.array(edge, { maxLength: 40 }),
      fc.subarray(modules),
      (layers, pairs, frameworks) => {
        const classifications = new Map(
          modules.map((name, i): [string, Classification] => [
            name,
            { layer: layers[i], role: 'x', confidence: 1, evidence: [] },
          ]),
        );
        const edges = pairs.map(([from, to]) => ({ from, to, line: 1, scope: 'module' as const }));
        const result = makeFeasible({
          classifications,
          edges,
          frameworks: new Map(frameworks.map((name) => [name, 'web'])),
          blueprint,
        });
        const may = new Map(blueprint.layers.map((entry) => [entry.id, entry.mayImport]));
        for (const { from, to } of edges)
          if (from !== to) expect(may.get(result.get(from)!.layer!)).toContain(result.get(to)!.layer);
        for (const name of frameworks) expect(result.get(name)!.layer).not.toBe('core');
      },
    ),
    { numRuns: 500 },
  );
});
