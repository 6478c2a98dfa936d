"""`python -m <%= pkg %>` serves the application."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

import uvicorn

from .app import create_app

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Serve until the process is told to stop.

    Args:
        argv: The options; those of the process by default.

    Returns:
        0.
    """
    parser = argparse.ArgumentParser(prog="<%= project %>", description="<%= description %>")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (%(default)s)")
    parser.add_argument("--port", type=int, default=8000, help="port to listen on (%(default)s)")
    options = parser.parse_args(argv)
    uvicorn.run(create_app(), host=options.host, port=options.port)
    return 0


if __name__ == "__main__":
    sys.exit(main())
