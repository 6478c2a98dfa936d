"""Where items are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from <%= pkg %>.core.schemas.item import Item


class ItemStore(Protocol):
    """Keeps all items of a catalogue."""

    def load(self) -> list[Item]:
        """Return every item, in the order of their numbers."""

    def save(self, items: list[Item]) -> None:
        """Replace what is kept.

        Args:
            items: All items.
        """
