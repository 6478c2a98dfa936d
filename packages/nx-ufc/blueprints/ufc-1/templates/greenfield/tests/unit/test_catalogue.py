"""The catalogue and its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pydantic import ValidationError

from <%= pkg %> import Item, UnknownItemError, open_catalogue

if TYPE_CHECKING:
    from pathlib import Path


def test_items_are_numbered_and_kept(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "items.json"
    catalogue = open_catalogue(str(file))
    assert catalogue.items() == []
    assert [catalogue.add("pen").id, catalogue.add("cap").id] == [1, 2]
    assert open_catalogue(str(file)).get(2) == Item(id=2, name="cap")


def test_an_unknown_number_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UnknownItemError, match="no item 7"):
        open_catalogue(str(tmp_path / "items.json")).get(7)


def test_a_name_is_needed(tmp_path: Path) -> None:
    with pytest.raises(ValidationError):
        open_catalogue(str(tmp_path / "items.json")).add("")
