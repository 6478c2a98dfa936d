"""Where every <%= feature.words %> is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from <%= pkg %>.core.schemas.<%= feature.identifier %> import <%= feature.pascal %>


class <%= feature.pascal %>Store(Protocol):
    """Keeps them all."""

    def load(self) -> list[<%= feature.pascal %>]:
        """Return them all, in the order of their numbers."""

    def save(self, entries: list[<%= feature.pascal %>]) -> None:
        """Replace what is kept.

        Args:
            entries: All of them.
        """
