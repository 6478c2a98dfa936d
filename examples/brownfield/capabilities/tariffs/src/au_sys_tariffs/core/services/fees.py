"""Fees by weight."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..schemas.parcel import Parcel

BASE_CENTS = 490
CENTS_PER_KILO = 120


def fee_of(parcel: Parcel) -> int:
    """Return the fee of a parcel.

    Args:
        parcel: What is sent.

    Returns:
        Cents.
    """
    kilos = -(-parcel.grams // 1000)
    fee = BASE_CENTS + CENTS_PER_KILO * kilos
    return fee * 2 if parcel.abroad else fee
