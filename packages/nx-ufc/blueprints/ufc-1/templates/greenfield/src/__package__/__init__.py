"""<%= description %>"""

from __future__ import annotations

from .core.schemas.item import Item
from .core.services.catalogue import Catalogue, UnknownItemError, open_catalogue

__version__ = "0.1.0"

__all__ = ["Catalogue", "Item", "UnknownItemError", "open_catalogue"]
