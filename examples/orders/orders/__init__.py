"""Takes orders and prices them."""

from .core import Pricing, total
from .models import Order, OrderLine
from .schemas import OrderIn, OrderOut

__version__ = "2.3.1"

__all__ = ["Order", "OrderIn", "OrderLine", "OrderOut", "Pricing", "total"]
