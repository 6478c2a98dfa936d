"""Points for customers."""

from .points import PointRule, points_of

__all__ = ["PointRule", "points_of"]
__version__ = "1.7.2"
