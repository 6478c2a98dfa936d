"""Prices on the command line."""

import argparse
from collections.abc import Sequence
from decimal import Decimal

from orders import core
from orders.config import load_settings


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="orders")
    commands = parser.add_subparsers(dest="command", required=True)
    price = commands.add_parser("price", help="sum of net prices with tax")
    price.add_argument("--country", default=load_settings().default_country)
    price.add_argument("net", nargs="+", type=Decimal)
    arguments = parser.parse_args(argv)
    print(core.total(arguments.net, arguments.country))
    return 0
