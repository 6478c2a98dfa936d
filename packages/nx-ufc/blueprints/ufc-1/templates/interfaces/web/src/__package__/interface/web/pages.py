"""The page that lists the items."""

from html import escape
from typing import TYPE_CHECKING

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

if TYPE_CHECKING:
    from <%= pkg %>.core.services.catalogue import Catalogue

pages = APIRouter(include_in_schema=False)


@pages.get("/<%= project %>", response_class=HTMLResponse)
def index(request: Request) -> str:
    """Render the list of items."""
    catalogue: Catalogue = request.app.state.<%= identifier %>_catalogue
    rows = "".join(f"<li>{escape(item.name)}</li>" for item in catalogue.items())
    return f"<!doctype html><title><%= project %></title><h1><%= project %></h1><ul>{rows}</ul>"
