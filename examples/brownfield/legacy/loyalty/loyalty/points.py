"""How many points a purchase is worth."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import yaml
from pydantic import BaseModel, Field

RATES = Path(__file__).parent / "rates.yaml"


class PointRule(BaseModel):
    """Points for each full euro."""

    rate: int = Field(ge=0)
    saturday: int = Field(ge=0)


def rule() -> PointRule:
    """Read the rule that ships with the package."""
    rates = yaml.safe_load(RATES.read_text(encoding="utf-8"))
    return PointRule(rate=rates["default"], saturday=rates["5"])


def points_of(amount: Decimal, weekday: int) -> int:
    """Return the points of a purchase.

    Args:
        amount: What was paid, in euros.
        weekday: Day of the purchase; Monday is 0.

    Returns:
        Points, never a part of one.
    """
    rates = rule()
    return int(amount) * (rates.saturday if weekday == 5 else rates.rate)
