"""What goes over the wire."""

from decimal import Decimal

from pydantic import BaseModel, Field


class LineIn(BaseModel):
    article: str = Field(min_length=1, max_length=40)
    price: Decimal = Field(gt=0)


class OrderIn(BaseModel):
    customer: str
    country: str | None = None
    lines: list[LineIn]


class OrderOut(BaseModel):
    id: int
    customer: str
    country: str
    total: Decimal
