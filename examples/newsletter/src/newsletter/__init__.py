"""Subscriptions to a newsletter, with double opt-in."""

__version__ = "1.4.0"

from newsletter.models import Subscriber  # noqa: E402
from newsletter.services import confirmation  # noqa: E402

__all__ = ["Subscriber", "confirmation"]
