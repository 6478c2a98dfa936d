"""The prices: pure arithmetic over lines and a tax table."""

import json
import logging
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

log = logging.getLogger(__name__)

TAX_TABLE = Path(__file__).parent / "data" / "tax_rates.json"
CENT = Decimal("0.01")


class UnknownCountry(ValueError):
    """No tax rate is known for a country."""


def tax_rates() -> dict[str, Decimal]:
    with TAX_TABLE.open(encoding="utf-8") as table:
        return {country: Decimal(rate) for country, rate in json.load(table).items()}


@dataclass(frozen=True)
class Pricing:
    """Prices of one country."""

    country: str
    rate: Decimal

    @classmethod
    def of(cls, country: str) -> "Pricing":
        rates = tax_rates()
        if country not in rates:
            log.warning("no tax rate for %s", country)
            raise UnknownCountry(country)
        return cls(country, rates[country])

    def gross(self, net: Decimal) -> Decimal:
        return (net * (1 + self.rate)).quantize(CENT, rounding=ROUND_HALF_UP)


def total(prices: list[Decimal], country: str) -> Decimal:
    """
    Sum of net prices with tax.

    >>> from decimal import Decimal
    >>> from orders.core import total
    >>> total([Decimal("10.00"), Decimal("2.50")], "de")
    Decimal('14.88')
    """
    return Pricing.of(country).gross(sum(prices, Decimal(0)))
