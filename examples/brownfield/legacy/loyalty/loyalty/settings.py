"""What a shop can set."""

from __future__ import annotations

import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    """Settings of one shop."""

    rate: str
    card_prefix: str


def load_settings() -> Settings:
    """Read the settings from the environment."""
    return Settings(
        rate=os.environ.get("LOYALTY_RATE", "1"),
        card_prefix=os.environ.get("LOYALTY_CARD_PREFIX", "L-"),
    )
