"""Routes of the items."""

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Request
from pydantic import BaseModel, Field

from <%= pkg %>.core.schemas.item import Item
from <%= pkg %>.core.services.catalogue import Catalogue, UnknownItemError

router = APIRouter(prefix="/<%= project %>", tags=["<%= project %>"])


class NewItem(BaseModel):
    """What is needed to add an item."""

    name: str = Field(min_length=1, max_length=200)


def get_catalogue(request: Request) -> Catalogue:
    """Return the catalogue of the application.

    Args:
        request: The request, for its application.

    Returns:
        The catalogue.
    """
    catalogue: Catalogue = request.app.state.<%= identifier %>_catalogue
    return catalogue


CatalogueOfApp = Annotated[Catalogue, Depends(get_catalogue)]


@router.get("/health")
def health() -> dict[str, str]:
    """Say that the service answers."""
    return {"status": "ok"}


@router.get("/items")
def list_items(catalogue: CatalogueOfApp) -> list[Item]:
    """Return every item."""
    return catalogue.items()


@router.post("/items", status_code=201)
def add_item(body: NewItem, catalogue: CatalogueOfApp) -> Item:
    """Add an item."""
    return catalogue.add(body.name)


@router.get("/items/{item_id}")
def read_item(item_id: int, catalogue: CatalogueOfApp) -> Item:
    """Return one item."""
    try:
        return catalogue.get(item_id)
    except UnknownItemError as error:
        raise HTTPException(404, str(error)) from error
