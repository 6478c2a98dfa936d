"""Points on the command line."""

from __future__ import annotations

import argparse
import sys
from decimal import Decimal

from .points import points_of


def main(argv: list[str] | None = None) -> int:
    """Write the points of a purchase.

    Args:
        argv: Arguments; those of the process by default.

    Returns:
        0.
    """
    parser = argparse.ArgumentParser(prog="loyalty")
    commands = parser.add_subparsers(dest="command", required=True)
    points = commands.add_parser("points", help="points of a purchase")
    points.add_argument("amount", type=Decimal)
    points.add_argument("--weekday", type=int, default=0)
    arguments = parser.parse_args(argv)
    sys.stdout.write(f"{points_of(arguments.amount, arguments.weekday)}\n")
    return 0
