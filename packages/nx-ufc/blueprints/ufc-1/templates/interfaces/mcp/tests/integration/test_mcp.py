"""The MCP server's tools."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from <%= pkg %>.interface.mcp.server import create_server

if TYPE_CHECKING:
    from pathlib import Path


def test_tools(tmp_path: Path) -> None:
    server = create_server(str(tmp_path / "items.json"))
    tools = asyncio.run(server.list_tools())
    assert sorted(tool.name for tool in tools) == ["add_item", "list_items"]
