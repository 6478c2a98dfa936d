"""The page, through the HTTP client."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import FastAPI
from fastapi.testclient import TestClient

from <%= pkg %> import open_catalogue
from <%= pkg %>.interface.web.pages import pages

if TYPE_CHECKING:
    from pathlib import Path


def test_names_are_escaped(tmp_path: Path) -> None:
    application = FastAPI()
    application.include_router(pages)
    application.state.<%= identifier %>_catalogue = open_catalogue(str(tmp_path / "items.json"))
    application.state.<%= identifier %>_catalogue.add("<b>pen</b>")
    assert "<li>&lt;b&gt;pen&lt;/b&gt;</li>" in TestClient(application).get("/<%= project %>").text
