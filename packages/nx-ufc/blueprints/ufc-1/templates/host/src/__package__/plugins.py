"""What a capability offers to a host, and where the installed ones are found."""

from __future__ import annotations

from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import logging

    from .container import Container

ENTRY_POINT_GROUP = "<%= entryPointGroup %>"


class Plugin(Protocol):
    """A capability, as a host sees it."""

    provides: list[str]
    requires: list[str]

    async def initialize(
        self,
        app: Any,
        container: Container,
        logger: logging.Logger | None,
        observability: Any,
        **kwargs: Any,
    ) -> dict[str, Any]:
        """Register services and routes.

        Args:
            app: The application.
            container: Where services are registered.
            logger: Logger of the host.
            observability: Metrics and tracing of the host.
            **kwargs: Options of the host.

        Returns:
            What was registered.
        """

    async def startup(self) -> None:
        """Begin to work, after all plugins are loaded."""

    async def shutdown(self) -> None:
        """Stop."""


def installed_plugins() -> dict[str, Plugin]:
    """Return a plugin for every entry point, by its name."""
    return {point.name: point.load()() for point in entry_points(group=ENTRY_POINT_GROUP)}
