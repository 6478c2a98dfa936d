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


def with_aliases(one, document: dict) -> dict:
    """Fields of a body by the names that requests use; FastAPI shows those of the parameters in some versions."""
    from fastapi.routing import APIRoute

    for route in one.routes:
        if not isinstance(route, APIRoute) or route.body_field is None:
            continue
        schema = document.get("components", {}).get("schemas", {}).get(route.body_field.type_.__name__)
        for field in route.dependant.body_params if schema else []:
            if field.name != field.alias and field.name in schema.get("properties", {}):
                schema["properties"][field.alias] = schema["properties"].pop(field.name)
                schema["required"] = [field.alias if key == field.name else key for key in schema.get("required", [])]
    return document


def collect(one, prefix: str) -> None:
    from fastapi import FastAPI
    from starlette.routing import Mount

    if isinstance(one, FastAPI):
        one.openapi_schema = None
        one.servers = []
        documents.append([prefix, with_aliases(one, FastAPI.openapi(one))])
    for route in one.routes:
        if isinstance(route, Mount) and getattr(route.app, "routes", None):
            collect(route.app, prefix + route.path)


collect(app, "")
print(json.dumps(documents))
