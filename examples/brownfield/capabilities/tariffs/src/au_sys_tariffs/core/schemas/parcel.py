"""Parcels."""

from __future__ import annotations

from pydantic import BaseModel, Field


class Parcel(BaseModel):
    """A parcel to be sent."""

    grams: int = Field(gt=0)
    abroad: bool = False
