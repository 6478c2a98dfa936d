"""Print the command line of a program as argparse knows it: a JSON list of parsers with their arguments.

Usage: dump_argparse.py TARGET, where TARGET is `module:function`, what the program's script calls. It runs until it parses its arguments.
"""

import argparse
import importlib
import json
import pathlib
import sys


class Caught(BaseException):
    pass


def catch(parser, *_args, **_kwargs):
    raise Caught(parser)


argparse.ArgumentParser.parse_args = catch
argparse.ArgumentParser.parse_known_args = catch
FLAGS = {"_StoreTrueAction", "_StoreFalseAction", "BooleanOptionalAction", "_VersionAction"}
TYPES = {None: "text", str: "text", int: "integer", float: "float", bool: "boolean", pathlib.Path: "path"}
found = []


def type_name(action):
    kind = type(action).__name__
    if kind in FLAGS:
        return "boolean"
    if kind == "_CountAction":
        return "integer"
    if kind in ("_StoreConstAction", "_AppendConstAction"):
        return "constant"
    if not type(action).__module__.startswith("argparse"):
        return None
    if action.choices is not None:
        return "choice"
    if isinstance(action.type, argparse.FileType):
        return "filename"
    return TYPES.get(action.type) if action.type is None or isinstance(action.type, type) else None


def plain(value):
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    if value == argparse.SUPPRESS:
        return None
    return value if isinstance(value, (str, int, float, bool)) else None


def argument(action):
    positional = not action.option_strings
    required = action.required if not positional else action.nargs not in ("?", "*", argparse.REMAINDER)
    again = type(action).__name__ in ("_AppendAction", "_AppendConstAction", "_ExtendAction")
    many = action.nargs in ("*", "+", argparse.REMAINDER) or (isinstance(action.nargs, int) and action.nargs > 0)
    return {
        "name": action.dest,
        "kind": "argument" if positional else "option",
        "flags": list(action.option_strings),
        "type": type_name(action),
        "choices": [str(one) for one in action.choices] if action.choices is not None else None,
        "values": None,
        "required": bool(required),
        "multiple": many or again,
        "default": plain(action.default),
    }


def visit(parser, path):
    below = [one for one in parser._actions if isinstance(one, argparse._SubParsersAction)]
    skipped = (argparse._HelpAction, argparse._SubParsersAction)
    found.append(
        {
            "path": path,
            "kind": "group" if below else "command",
            "module": "",
            "parameters": [argument(one) for one in parser._actions if not isinstance(one, skipped)],
        }
    )
    for one in below:
        for name, child in one.choices.items():
            visit(child, [*path, name])


module, _, attribute = sys.argv[1].partition(":")
sys.argv = [module]
try:
    getattr(importlib.import_module(module), attribute)()
except Caught as caught:
    visit(caught.args[0], [])
print(json.dumps(found))
