"""The application: loads the plugins when it starts, and stops them in the opposite order."""

from __future__ import annotations

import logging
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from fastapi import FastAPI

from .container import Container
from .order import in_order
from .plugins import installed_plugins

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

    from .plugins import Plugin

LOGGER = logging.getLogger(__name__)


def create_app(plugins: Mapping[str, Plugin] | None = None) -> FastAPI:
    """Make the application.

    Args:
        plugins: By their names; those that are installed by default.

    Returns:
        The application. Its plugins are loaded when it starts; that they cannot be put into an
        order is an error at once.
    """
    found = installed_plugins() if plugins is None else dict(plugins)
    order = in_order(found)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        started: list[Plugin] = []
        try:
            for name in order:
                app.state.plugins[name] = await found[name].initialize(
                    app, app.state.container, LOGGER, None
                )
            for name in order:
                await found[name].startup()
                started.append(found[name])
            LOGGER.info("%d plugins started: %s", len(order), ", ".join(order))
            yield
        finally:
            for plugin in reversed(started):
                await plugin.shutdown()

    app = FastAPI(title="<%= project %>", lifespan=lifespan)
    app.state.container = Container()
    app.state.plugins = {}

    @app.get("/health")
    def health() -> dict[str, str]:
        """Say that the application answers."""
        return {"status": "ok"}

    @app.get("/plugins")
    def overview() -> dict[str, Any]:
        """Say which plugins are loaded, in their order, and what they registered."""
        return {"order": order, "plugins": app.state.plugins}

    return app
