"""One <%= feature.words %>."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class <%= feature.pascal %>(BaseModel):
    """What is known of one <%= feature.words %>."""

    model_config = ConfigDict(frozen=True)

    id: int = Field(ge=1, description="Number, given by the service.")
    name: str = Field(min_length=1, max_length=200, description="What people call it.")
