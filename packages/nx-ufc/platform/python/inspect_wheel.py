"""Says what an installed distribution offers: imports modules and loads an entry point. Arguments are JSON on the command line."""

import importlib
import json
import os
import sys
from importlib.metadata import entry_points


def set_up_django() -> None:
    """Models import only then. What does not work shows in the modules."""
    if not os.environ.get("DJANGO_SETTINGS_MODULE"):
        return
    try:
        importlib.import_module("django").setup()
    except Exception as error:  # noqa: BLE001 - settings may raise anything
        sys.stderr.write(f"{type(error).__name__}: {error}\n")


def main() -> None:
    request = json.loads(sys.argv[1])
    set_up_django()
    results = []
    for name in request["modules"]:
        try:
            importlib.import_module(name)
            results.append({"module": name, "error": None, "missing": None})
        except ModuleNotFoundError as error:
            results.append({"module": name, "error": str(error), "missing": error.name})
        except BaseException as error:  # noqa: BLE001 - a module may raise anything, SystemExit included
            results.append({"module": name, "error": f"{type(error).__name__}: {error}", "missing": None})
    found = entry_points()
    points = found.select(group=request["group"]) if hasattr(found, "select") else found.get(request["group"], [])
    loaded = []
    for point in points:
        if point.name == request["entry_point"]:
            loaded.append(point.load().__name__)
    sys.stdout.write("\n" + json.dumps({"modules": results, "entry_points": loaded}) + "\n")


main()
