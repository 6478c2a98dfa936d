"""The MCP server: `python -m <%= pkg %>.interface.mcp.server`."""

from __future__ import annotations

import os

from mcp.server.fastmcp import FastMCP

from <%= pkg %>.core.services.catalogue import open_catalogue

DEFAULT_DATA_FILE = "<%= project %>.json"


def create_server(data_file: str | None = None) -> FastMCP:
    """Make the server with its tools.

    Args:
        data_file: File of the items; by default what <%= environment %>_DATA_FILE says.

    Returns:
        The server.
    """
    path = data_file or os.environ.get("<%= environment %>_DATA_FILE", DEFAULT_DATA_FILE)
    catalogue = open_catalogue(path)
    server = FastMCP("<%= project %>")

    @server.tool()
    def add_item(name: str) -> str:
        """Add an item and return its number and name."""
        item = catalogue.add(name)
        return f"{item.id} {item.name}"

    @server.tool()
    def list_items() -> list[str]:
        """Return the names of all items."""
        return [item.name for item in catalogue.items()]

    return server


if __name__ == "__main__":
    create_server().run()
