"""Routes of <%= feature.words %>."""

import os
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Request
from pydantic import BaseModel, Field

from <%= pkg %>.core.schemas.<%= feature.identifier %> import <%= feature.pascal %>
from <%= pkg %>.core.services.<%= feature.identifier %>_service import (
    DEFAULT_FILE,
<% feature.serviceNames.forEach((name) => { -%>
    <%= name %>,
<% }) -%>
    open_<%= feature.identifier %>_service,
)

<%= feature.identifier %>_router = APIRouter(prefix="/<%= project %>/<%= feature.name %>", tags=["<%= feature.name %>"])


class New<%= feature.pascal %>(BaseModel):
    """What is needed to add one."""

    name: str = Field(min_length=1, max_length=200)


def get_<%= feature.identifier %>_service(request: Request) -> <%= feature.pascal %>Service:
    """Return the service that a host put into the state of the application, or one of its own.

    Args:
        request: The request, for its application.

    Returns:
        The service.
    """
    state = request.app.state
    if not hasattr(state, "<%= feature.state %>"):
        path = os.environ.get("<%= feature.env %>", DEFAULT_FILE)
        state.<%= feature.state %> = open_<%= feature.identifier %>_service(path)
    service: <%= feature.pascal %>Service = state.<%= feature.state %>
    return service


Service = Annotated[<%= feature.pascal %>Service, Depends(get_<%= feature.identifier %>_service)]


@<%= feature.identifier %>_router.get("")
def list_<%= feature.identifier %>(service: Service) -> list[<%= feature.pascal %>]:
    """Return them all."""
    return service.entries()


@<%= feature.identifier %>_router.post("", status_code=201)
def add_<%= feature.identifier %>(body: New<%= feature.pascal %>, service: Service) -> <%= feature.pascal %>:
    """Add one."""
    return service.add(body.name)


@<%= feature.identifier %>_router.get("/{number}")
def read_<%= feature.identifier %>(number: int, service: Service) -> <%= feature.pascal %>:
    """Return one."""
    try:
        return service.get(number)
    except Unknown<%= feature.pascal %>Error as error:
        raise HTTPException(404, str(error)) from error
