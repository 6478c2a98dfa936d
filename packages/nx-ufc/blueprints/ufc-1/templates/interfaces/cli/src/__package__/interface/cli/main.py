"""The command line; the items can be added and listed on it."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING

from <%= pkg %>.core.services.catalogue import UnknownItemError, open_catalogue

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TypeAlias

    from <%= pkg %>.core.schemas.item import Item
    from <%= pkg %>.core.services.catalogue import Catalogue

    Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"

DEFAULT_DATA_FILE = "<%= project %>.json"


def add_item_commands(commands: Commands) -> None:
    """Add the commands of the items.

    Args:
        commands: The commands of the parser.
    """
    add = commands.add_parser("add", help="add an item")
    add.add_argument("name")
    add.set_defaults(run=_add)
    show = commands.add_parser("show", help="show one item")
    show.add_argument("id", type=int)
    show.set_defaults(run=_show)
    commands.add_parser("list", help="list every item").set_defaults(run=_list)


# Each adds commands to the parser; a command says in `run` what it does.
COMMANDS = (add_item_commands,)


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = argparse.ArgumentParser(prog="<%= project %>", description="<%= description %>")
    default = os.environ.get("<%= environment %>_DATA_FILE", DEFAULT_DATA_FILE)
    parser.add_argument("--data-file", default=default, help="file of the items (%(default)s)")
    commands = parser.add_subparsers(dest="command", required=True)
    for add_commands in COMMANDS:
        add_commands(commands)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        argv: Its words; those of the process by default.

    Returns:
        The exit code of the command.
    """
    options = build_parser().parse_args(argv)
    run: Callable[[argparse.Namespace], int] = options.run
    return run(options)


def _add(options: argparse.Namespace) -> int:
    return _print([_catalogue(options).add(options.name)])


def _show(options: argparse.Namespace) -> int:
    try:
        return _print([_catalogue(options).get(options.id)])
    except UnknownItemError as error:
        sys.stderr.write(f"{error}\n")
        return 1


def _list(options: argparse.Namespace) -> int:
    return _print(_catalogue(options).items())


def _catalogue(options: argparse.Namespace) -> Catalogue:
    return open_catalogue(options.data_file)


def _print(items: list[Item]) -> int:
    sys.stdout.writelines(f"{item.id}  {item.name}\n" for item in items)
    return 0
