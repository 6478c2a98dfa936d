"""Keeps every <%= feature.words %> in a JSON file."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from <%= pkg %>.core.schemas.<%= feature.identifier %> import <%= feature.pascal %>

if TYPE_CHECKING:
    from pathlib import Path


class <%= feature.pascal %>File:
    """One file, which is replaced as a whole."""

    def __init__(self, path: Path) -> None:
        """Use a file.

        Args:
            path: The file; it is made by the first save.
        """
        self._path = path

    def load(self) -> list[<%= feature.pascal %>]:
        """Return them all; none when there is no file yet."""
        if not self._path.exists():
            return []
        entries = json.loads(self._path.read_text("utf-8"))
        return [<%= feature.pascal %>.model_validate(entry) for entry in entries]

    def save(self, entries: list[<%= feature.pascal %>]) -> None:
        """Write them all beside the file, then put them in its place.

        Args:
            entries: All of them.
        """
        self._path.parent.mkdir(parents=True, exist_ok=True)
        staged = self._path.with_suffix(".new")
        staged.write_text(json.dumps([entry.model_dump() for entry in entries], indent=2), "utf-8")
        os.replace(staged, self._path)
