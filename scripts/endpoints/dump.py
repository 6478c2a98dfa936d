"""Print the routes of an application as it answers for itself: lines of method, path and handler.

Usage: dump.py KIND TARGET, where TARGET is `module:attribute`; an attribute that is called gives the application (`create_app()`).
"""

import importlib
import sys

kind, target = sys.argv[1:3]
module, _, attribute = target.partition(":")
app = getattr(importlib.import_module(module), attribute.removesuffix("()"))
if attribute.endswith("()"):
    app = app()
found = set()


def flask_routes() -> None:
    for rule in app.url_map.iter_rules():
        view = app.view_functions[rule.endpoint]
        owner = getattr(view, "view_class", view)
        for method in rule.methods - {"HEAD", "OPTIONS"}:
            found.add((method, rule.rule, owner.__module__, owner.__name__))


def fastapi_routes(routes: list, prefix: str) -> None:
    from fastapi.routing import APIRoute, APIWebSocketRoute
    from starlette.routing import Mount, Route

    for route in routes:
        if isinstance(route, Mount):
            fastapi_routes(getattr(route.app, "routes", None) or [], prefix + route.path)
        elif isinstance(route, APIRoute):
            for method in route.methods:
                found.add((method, prefix + route.path, route.endpoint.__module__, route.endpoint.__name__))
        elif isinstance(route, Route):
            verbs = ("get", "post", "put", "patch", "delete")
            methods = route.methods or {verb.upper() for verb in verbs if hasattr(route.endpoint, verb)}
            for method in methods - {"HEAD"}:
                found.add((method, prefix + route.path, route.endpoint.__module__, route.endpoint.__name__))
        elif isinstance(route, APIWebSocketRoute):
            found.add(("WEBSOCKET", prefix + route.path, route.endpoint.__module__, route.endpoint.__name__))


if kind == "flask":
    flask_routes()
else:
    fastapi_routes(app.routes, "")
for line in sorted(found):
    print("\t".join(line))
