"""Items in a JSON file."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from <%= pkg %>.core.schemas.item import Item

if TYPE_CHECKING:
    from pathlib import Path


class ItemFile:
    """Keeps items in one file, which is replaced as a whole."""

    def __init__(self, path: Path) -> None:
        """Use a file.

        Args:
            path: The file; it is made by the first save.
        """
        self._path = path

    def load(self) -> list[Item]:
        """Return every item; none when there is no file yet."""
        if not self._path.exists():
            return []
        return [Item.model_validate(entry) for entry in json.loads(self._path.read_text("utf-8"))]

    def save(self, items: list[Item]) -> None:
        """Write all items beside the file, then put them in its place.

        Args:
            items: All items.
        """
        self._path.parent.mkdir(parents=True, exist_ok=True)
        staged = self._path.with_suffix(".new")
        staged.write_text(json.dumps([item.model_dump() for item in items], indent=2), "utf-8")
        os.replace(staged, self._path)
