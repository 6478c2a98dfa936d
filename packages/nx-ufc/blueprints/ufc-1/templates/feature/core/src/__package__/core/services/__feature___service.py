"""Adds and finds every <%= feature.words %>."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from <%= pkg %>.core.schemas.<%= feature.identifier %> import <%= feature.pascal %>
from <%= pkg %>.core.services.<%= feature.identifier %>_file import <%= feature.pascal %>File

if TYPE_CHECKING:
    from <%= pkg %>.core.ports.<%= feature.identifier %>_store import <%= feature.pascal %>Store

DEFAULT_FILE = "<%= feature.file %>"


class Unknown<%= feature.pascal %>Error(LookupError):
    """There is none of that number."""


class <%= feature.pascal %>Service:
    """Works on a store."""

    def __init__(self, store: <%= feature.pascal %>Store) -> None:
        """Use a store.

        Args:
            store: Where they are kept.
        """
        self._store = store

    def add(self, name: str) -> <%= feature.pascal %>:
        """Add one.

        Args:
            name: What people call it.

        Returns:
            It, with its number.
        """
        entries = self._store.load()
        number = max((known.id for known in entries), default=0) + 1
        entry = <%= feature.pascal %>(id=number, name=name)
        self._store.save([*entries, entry])
        return entry

    def get(self, number: int) -> <%= feature.pascal %>:
        """Find one.

        Args:
            number: Its number.

        Returns:
            It.

        Raises:
            Unknown<%= feature.pascal %>Error: There is none of that number.
        """
        for entry in self._store.load():
            if entry.id == number:
                return entry
        raise Unknown<%= feature.pascal %>Error(f"no <%= feature.words %> {number}")

    def entries(self) -> list[<%= feature.pascal %>]:
        """Return them all, in the order of their numbers."""
        return self._store.load()


def open_<%= feature.identifier %>_service(path: str) -> <%= feature.pascal %>Service:
    """Open the service on a file.

    Args:
        path: The file; it is made when the first one is added.

    Returns:
        The service.
    """
    return <%= feature.pascal %>Service(<%= feature.pascal %>File(Path(path)))
