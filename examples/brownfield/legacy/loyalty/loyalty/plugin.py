"""What the till loads.  Written by hand: the till calls us twice on a cold start, see TILL-311."""

from __future__ import annotations

import logging
from typing import Any

from .points import points_of
from .settings import load_settings


def get_logger(name: str = "loyalty") -> logging.Logger:
    """Return a logger.

    Args:
        name: Its name.

    Returns:
        The logger.
    """
    return logging.getLogger(name)


class LoyaltyPlugin:
    """Offers points to the till."""

    def __init__(self) -> None:
        """Declare what is offered and needed."""
        self.provides: list[str] = ["loyalty"]
        self.requires: list[str] = []
        self.starts = 0  # TILL-311

    async def initialize(
        self, app: Any, container: Any, logger: logging.Logger | None, observability: Any, **kwargs: Any
    ) -> dict[str, Any]:
        """Register the points.

        Args:
            app: The host application, unused by a till.
            container: Where services are registered.
            logger: Logger of the host.
            observability: Metrics of the host, unused by a till.
            **kwargs: Options of the host.

        Returns:
            What was registered.
        """
        settings = load_settings()
        container.register("loyalty.card-prefix", settings.card_prefix)
        container.register_factory("loyalty", lambda: points_of)
        (logger or get_logger()).info("loyalty initialized for %s, %s, %s", app, observability, kwargs)
        return {"plugin": "loyalty", "provides": list(self.provides)}

    async def startup(self) -> None:
        """Count the starts; the second one changes nothing."""
        self.starts += 1

    async def shutdown(self) -> None:
        """Forget the starts."""
        self.starts = 0
