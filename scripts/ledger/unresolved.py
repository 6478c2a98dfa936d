"""The imports of a folder that nothing at hand answers, counted by Python's own ast, without any code of the plugin.

    python3 unresolved.py FOLDER PACKAGE

PACKAGE is the dotted name of the folder. Prints a JSON list of [path, line, module] for everything that is neither below
PACKAGE nor in the standard library. Needs a Python that can parse the files.
"""

import ast
import json
import os
import sys


def imports(path):
    with open(path, "rb") as file:
        tree = ast.parse(file.read())
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, 0, alias.name
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, node.level, node.module or ""


def main():
    root, package = sys.argv[1:]
    modules = set()
    places = []
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if name not in (".git", "__pycache__")]
        for name in names:
            if name.endswith(".py"):
                path = os.path.relpath(os.path.join(folder, name), root).replace(os.sep, "/")
                places.append(path)
                modules.add(".".join(filter(None, [package, path[:-3].removesuffix("__init__").strip("/").replace("/", ".")])))
    found = []
    for path in sorted(places):
        for line, level, module in imports(os.path.join(root, path)):
            if level:
                above = ".".join(filter(None, [package, *path.split("/")[:-1]])).split(".")
                absolute = ".".join(above[: len(above) - level + 1] + ([module] if module else []))
                if absolute not in modules:
                    found.append([path, line, absolute])
            elif module not in modules and module.split(".")[0] not in sys.stdlib_module_names:
                found.append([path, line, module])
    print(json.dumps(found))


main()
