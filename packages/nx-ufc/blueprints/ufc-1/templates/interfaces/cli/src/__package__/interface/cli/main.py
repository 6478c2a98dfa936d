"""Adds and lists items on the command line."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING

from <%= pkg %>.core.services.catalogue import UnknownItemError, open_catalogue

if TYPE_CHECKING:
    from collections.abc import Sequence

DEFAULT_DATA_FILE = "<%= project %>.json"


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = argparse.ArgumentParser(prog="<%= project %>", description="<%= description %>")
    default = os.environ.get("<%= environment %>_DATA_FILE", DEFAULT_DATA_FILE)
    parser.add_argument("--data-file", default=default, help="file of the items (%(default)s)")
    commands = parser.add_subparsers(dest="command", required=True)
    add = commands.add_parser("add", help="add an item")
    add.add_argument("name")
    show = commands.add_parser("show", help="show one item")
    show.add_argument("id", type=int)
    commands.add_parser("list", help="list every item")
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        argv: Its words; those of the process by default.

    Returns:
        0, or 1 when there is no such item.
    """
    options = build_parser().parse_args(argv)
    catalogue = open_catalogue(options.data_file)
    try:
        if options.command == "add":
            items = [catalogue.add(options.name)]
        elif options.command == "show":
            items = [catalogue.get(options.id)]
        else:
            items = catalogue.items()
    except UnknownItemError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.writelines(f"{item.id}  {item.name}\n" for item in items)
    return 0
