"""The catalogue: adds items and finds them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from <%= pkg %>.core.schemas.item import Item
from <%= pkg %>.core.services.item_file import ItemFile

if TYPE_CHECKING:
    from <%= pkg %>.core.ports.item_store import ItemStore


class UnknownItemError(LookupError):
    """There is no item of that number."""


class Catalogue:
    """All items, kept in a store."""

    def __init__(self, store: ItemStore) -> None:
        """Use a store.

        Args:
            store: Where the items are kept.
        """
        self._store = store

    def add(self, name: str) -> Item:
        """Add an item.

        Args:
            name: What people call it.

        Returns:
            The item with its number.
        """
        items = self._store.load()
        item = Item(id=max((known.id for known in items), default=0) + 1, name=name)
        self._store.save([*items, item])
        return item

    def get(self, item_id: int) -> Item:
        """Find an item.

        Args:
            item_id: Its number.

        Returns:
            The item.

        Raises:
            UnknownItemError: There is none of that number.
        """
        for item in self._store.load():
            if item.id == item_id:
                return item
        raise UnknownItemError(f"no item {item_id}")

    def items(self) -> list[Item]:
        """Return every item, in the order of their numbers."""
        return self._store.load()


def open_catalogue(path: str) -> Catalogue:
    """Open the catalogue that is kept in a file.

    Args:
        path: The file; it is made when the first item is added.

    Returns:
        The catalogue.
    """
    return Catalogue(ItemFile(Path(path)))
