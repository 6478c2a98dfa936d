"""Import modules of many packages, each package in a process of its own, and print what every function returns.

Reads lines of JSON: {"path": search path, "modules": {name: leaf}}; writes a line each: {name: [value, result]} or an error.
"""

import json
import os
import sys


def evaluate(path: str, modules: dict[str, str]) -> object:
    import importlib

    sys.path.insert(0, path)
    found = {}
    for name, leaf in modules.items():
        module = importlib.import_module(name)
        function = getattr(module, f"function_{leaf}", None)
        found[name] = [module.VALUE, function() if function and function.__module__ == name else None]
    return found


for line in sys.stdin:
    task = json.loads(line)
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        sys.dont_write_bytecode = True
        try:
            answer = evaluate(task["path"], task["modules"])
        except BaseException as error:  # the answer names whatever went wrong in the package
            answer = {"error": f"{type(error).__name__}: {error}"}
        with os.fdopen(writer, "w") as out:
            json.dump(answer, out)
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as answer_file:
        print(answer_file.read(), flush=True)
    os.waitpid(child, 0)
