"""What a host loads.  By hand; ask the shipping desk before changing."""

from __future__ import annotations

import logging
from typing import Any


def get_logger(name: str = "au_sys_tariffs") -> logging.Logger:
    """Return a logger.

    Args:
        name: Its name.

    Returns:
        The logger.
    """
    return logging.getLogger(name)


class TariffsPlugin:
    """Offers fees to a host."""

    provides = ["tariffs"]
    requires: list[str] = []

    async def initialize(
        self, app: Any, container: Any, logger: logging.Logger | None, observability: Any, **kwargs: Any
    ) -> dict[str, Any]:
        """Register the fees.

        Args:
            app: The host application.
            container: Where services are registered.
            logger: Logger of the host.
            observability: Metrics of the host.
            **kwargs: Options of the host.

        Returns:
            What was registered.
        """
        from ..core.services.fees import fee_of

        container.register_factory("tariffs", lambda: fee_of)
        (logger or get_logger()).info("tariffs for %s, %s, %s", app, observability, kwargs)
        return {"plugin": "au_sys_tariffs", "provides": list(self.provides)}

    async def startup(self) -> None:
        """Begin: there is nothing to do."""
        get_logger().info("tariffs started")

    async def shutdown(self) -> None:
        """Stop: there is nothing to do."""
        get_logger().info("tariffs stopped")
