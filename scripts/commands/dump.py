"""Print the command line of a program as click or Typer knows it: a JSON list of commands with their parameters.

Usage: dump.py TARGET, where TARGET is `module:attribute`, a command of click or a Typer application.
"""

import importlib
import json
import pathlib
import sys

module, _, attribute = sys.argv[1].partition(":")
root = getattr(importlib.import_module(module), attribute)
if type(root).__mro__[-2].__name__ == "Typer":
    import typer.main

    root = typer.main.get_command(root)
found = []


def plain(value):
    value = getattr(value, "value", value)
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    if isinstance(value, pathlib.PurePath):
        return str(value)
    return value if isinstance(value, (str, int, float, bool)) else None


def type_name(one) -> str:
    if getattr(one, "count", False):
        return "integer range"
    return "tuple" if one.type.name.startswith("<") else one.type.name


def parameter(one) -> dict:
    kind = one.param_type_name
    choices = getattr(one.type, "choices", None)
    return {
        "name": one.name,
        "kind": kind,
        "flags": [*one.opts, *one.secondary_opts] if kind == "option" else [],
        "type": type_name(one),
        "choices": [str(getattr(choice, "name", choice)) for choice in choices] if choices else None,
        "values": [str(getattr(choice, "value", choice)) for choice in choices] if choices else None,
        "required": one.required,
        "multiple": bool(getattr(one, "multiple", False)) or one.nargs == -1,
        "default": plain(one.default),
    }


def callback_module(command) -> str:
    callback = command.callback
    while hasattr(callback, "__wrapped__"):
        callback = callback.__wrapped__
    return getattr(callback, "__module__", "") or ""


def visit(command, path: list) -> None:
    commands = getattr(command, "commands", None)
    found.append(
        {
            "path": path,
            "kind": "command" if commands is None else "group",
            "module": callback_module(command),
            "hidden": bool(command.hidden),
            "help": command.help,
            "parameters": [
                parameter(one)
                for one in command.params
                if one.name not in ("install_completion", "show_completion")
            ],
        }
    )
    for name, sub in sorted((commands or {}).items()):
        visit(sub, [*path, name])


visit(root, [])
print(json.dumps(found))
