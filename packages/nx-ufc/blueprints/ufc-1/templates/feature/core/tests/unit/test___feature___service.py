"""The service of <%= feature.words %>, on a real file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pydantic import ValidationError

from <%= pkg %>.core.schemas.<%= feature.identifier %> import <%= feature.pascal %>
from <%= pkg %>.core.services.<%= feature.identifier %>_service import (
    Unknown<%= feature.pascal %>Error,
    open_<%= feature.identifier %>_service,
)

if TYPE_CHECKING:
    from pathlib import Path


def test_they_are_numbered_and_kept(tmp_path: Path) -> None:
    file = str(tmp_path / "deep" / "kept.json")
    service = open_<%= feature.identifier %>_service(file)
    assert service.entries() == []
    assert [service.add("a").id, service.add("b").id] == [1, 2]
    assert open_<%= feature.identifier %>_service(file).get(2) == <%= feature.pascal %>(id=2, name="b")


def test_an_unknown_number_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(Unknown<%= feature.pascal %>Error, match="no <%= feature.words %> 7"):
        open_<%= feature.identifier %>_service(str(tmp_path / "kept.json")).get(7)


def test_a_name_is_needed(tmp_path: Path) -> None:
    with pytest.raises(ValidationError):
        open_<%= feature.identifier %>_service(str(tmp_path / "kept.json")).add("")
