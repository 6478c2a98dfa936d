"""Commands of <%= feature.words %>."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from <%= pkg %>.core.services.<%= feature.identifier %>_service import (
    DEFAULT_FILE,
    Unknown<%= feature.pascal %>Error,
    open_<%= feature.identifier %>_service,
)

if TYPE_CHECKING:
    import argparse
    from typing import TypeAlias

    from <%= pkg %>.core.schemas.<%= feature.identifier %> import <%= feature.pascal %>
    from <%= pkg %>.core.services.<%= feature.identifier %>_service import <%= feature.pascal %>Service

    Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def add_<%= feature.identifier %>_commands(commands: Commands) -> None:
    """Add the commands.

    Args:
        commands: The commands of the parser.
    """
    add = commands.add_parser("<%= feature.name %>-add", help="add one <%= feature.words %>")
    add.add_argument("name")
    show = commands.add_parser("<%= feature.name %>-show", help="show one <%= feature.words %>")
    show.add_argument("number", type=int)
    everything = commands.add_parser("<%= feature.name %>-list", help="list every <%= feature.words %>")
    default = os.environ.get("<%= feature.env %>", DEFAULT_FILE)
    for command, run in ((add, _add), (show, _show), (everything, _list)):
        command.add_argument("--file", default=default, help="where they are kept (%(default)s)")
        command.set_defaults(run=run)


def _add(options: argparse.Namespace) -> int:
    return _print([_service(options).add(options.name)])


def _show(options: argparse.Namespace) -> int:
    try:
        return _print([_service(options).get(options.number)])
    except Unknown<%= feature.pascal %>Error as error:
        sys.stderr.write(f"{error}\n")
        return 1


def _list(options: argparse.Namespace) -> int:
    return _print(_service(options).entries())


def _service(options: argparse.Namespace) -> <%= feature.pascal %>Service:
    return open_<%= feature.identifier %>_service(options.file)


def _print(entries: list[<%= feature.pascal %>]) -> int:
    sys.stdout.writelines(f"{entry.id}  {entry.name}\n" for entry in entries)
    return 0
