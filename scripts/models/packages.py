"""The classes that a package defines, in every module that can be imported."""

import importlib
import inspect
import json
import pkgutil
import re

TESTS = re.compile(r"(^|\.)(_?tests?|testing|__main__|conftest)(\.|$)")


def modules_of(package):
    waiting = [package]
    while waiting:
        name = waiting.pop(0)
        if TESTS.search(name):
            continue
        try:
            module = importlib.import_module(name)
        except BaseException as error:  # it needs what is not installed, or ends the process
            print(json.dumps({"skipped": name, "why": f"{type(error).__name__}: {error}"[:200]}))
            continue
        waiting += [info.name for info in pkgutil.iter_modules(getattr(module, "__path__", []), f"{name}.")]
        yield module


def classes_of(package):
    seen = {}
    for module in modules_of(package):
        collect(vars(module).values(), module.__name__, seen)
    return [value for value in seen.values() if "[" not in value.__name__ and "<locals>" not in value.__qualname__]


def collect(values, module, seen):
    for value in list(values):
        if not inspect.isclass(value) or value.__module__ != module or id(value) in seen:
            continue
        seen[id(value)] = value
        collect((one for key, one in vars(value).items() if not key.startswith("__")), module, seen)


def is_dynamic(value):
    """No class statement of that name stands in its module."""
    try:
        inspect.getsource(value)
    except (OSError, TypeError):
        return True
    return False
