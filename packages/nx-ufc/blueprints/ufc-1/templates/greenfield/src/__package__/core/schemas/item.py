"""The thing that <%= project %> keeps."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class Item(BaseModel):
    """A named item."""

    model_config = ConfigDict(frozen=True)

    id: int = Field(ge=1, description="Number, given by the catalogue.")
    name: str = Field(min_length=1, max_length=200, description="What people call it.")
