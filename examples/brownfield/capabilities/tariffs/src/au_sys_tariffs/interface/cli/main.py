"""Fees on the command line."""

from __future__ import annotations

import sys

from au_sys_tariffs.core.schemas.parcel import Parcel
from au_sys_tariffs.core.services.fees import fee_of


def main() -> int:
    """Write the fee of a weight.

    Returns:
        0.
    """
    sys.stdout.write(f"{fee_of(Parcel(grams=int(sys.argv[1])))}\n")
    return 0
