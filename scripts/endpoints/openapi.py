"""Print the OpenAPI documents of a FastAPI application and of those mounted below it: a JSON list of [prefix, document].

Usage: openapi.py TARGET, where TARGET is `module:attribute`; an attribute that is called gives the application (`create_app()`).
"""

import importlib
import json
import sys

module, _, attribute = sys.argv[1].partition(":")
app = getattr(importlib.import_module(module), attribute.removesuffix("()"))
if attribute.endswith("()"):
    app = app()
documents = []


def collect(one, prefix: str) -> None:
    from fastapi import FastAPI
    from starlette.routing import Mount

    if isinstance(one, FastAPI):
        one.openapi_schema = None
        one.servers = []
        documents.append([prefix, FastAPI.openapi(one)])
    for route in one.routes:
        if isinstance(route, Mount) and getattr(route.app, "routes", None):
            collect(route.app, prefix + route.path)


collect(app, "")
print(json.dumps(documents))
