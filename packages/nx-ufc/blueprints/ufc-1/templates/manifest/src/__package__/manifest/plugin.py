"""What a host application loads."""

from __future__ import annotations

import logging
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types import ModuleType

    from .container import Container

FACADE = "<%= pkg %>"


def get_logger(name: str = FACADE) -> logging.Logger:
    """Return a logger of this capability.

    Args:
        name: Name below or beside the package; the package itself by default.

    Returns:
        The logger.
    """
    return logging.getLogger(name)


class <%= pascal %>Plugin:
    """Offers <%= project %> to a host."""

    def __init__(self) -> None:
        """Declare what is offered and needed."""
        self.provides: list[str] = [<%- provides.map((name) => JSON.stringify(name)).join(', ') %>]
        self.requires: list[str] = [<%- requires.map((name) => JSON.stringify(name)).join(', ') %>]
        self._logger = get_logger()
        self._observability: Any = None
        self._started = False

    async def initialize(
        self,
        app: Any,
        container: Container,
        logger: logging.Logger | None,
        observability: Any,
        **kwargs: Any,
    ) -> dict[str, Any]:
        """Register the services of this capability<% if (routers.length) { %> and its routes<% } %>.

        Args:
            app: The host application, None when there is none.
            container: Where services are registered.
            logger: Logger of the host; this capability's own when it is None.
            observability: Metrics and tracing of the host, kept for the services.
            **kwargs: Options of the host; `local_file` names another settings file.

        Returns:
            What was registered, for the host's overview.
        """
        from .config import LOCAL_FILE, <%= pascal %>Config

        self._logger = logger or self._logger
        self._observability = observability
        config = <%= pascal %>Config.load(local_file=kwargs.get("local_file", LOCAL_FILE))
        container.register("<%= project %>.config", config)
        container.register_factory("<%= project %>", load_facade)
<% services.forEach((s) => { -%>
        container.register_factory("<%= s.name %>", lambda: <%= s.factory %>(config))
<% if (s.state) { -%>
        if hasattr(app, "state"):
            app.state.<%= s.state %> = container.resolve("<%= s.name %>")
<% } -%>
<% }) -%>
<% if (routers.length) { -%>
        routes = _include_routes(app)
<% } else { -%>
        routes = 0 if app is None else len(getattr(app, "routes", ()))
<% } -%>
        self._logger.info("%s initialized", FACADE)
        return {"plugin": FACADE, "provides": list(self.provides), "routes": routes}

    async def startup(self) -> None:
        """Begin to work, after all plugins are loaded."""
        self._started = True
        self._logger.info("%s started", FACADE)

    async def shutdown(self) -> None:
        """Stop; a second call changes nothing."""
        if self._started:
            self._started = False
            self._logger.info("%s stopped", FACADE)


def load_facade() -> ModuleType:
    """Return the public module of this capability, imported when it is first needed."""
    return import_module(FACADE)
<% services.forEach((s) => { -%>


def <%= s.factory %>(config: Any) -> Any:
    """Make <%= s.description %>.

    Args:
        config: The settings.

    Returns:
        The service.
    """
    from <%= s.module %> import <%= s.builder %>

    return <%= s.builder %>(<%- s.argument %>)
<% }) -%>
<% if (routers.length) { -%>


ROUTERS: tuple[tuple[str, str], ...] = (
<% routers.forEach((r) => { -%>
    ("<%= r.module %>", "<%= r.attribute %>"),
<% }) -%>
)


def _include_routes(app: Any) -> int:
    if not hasattr(app, "include_router"):
        return 0
    for module, attribute in ROUTERS:
        app.include_router(getattr(import_module(module), attribute))
    return len(ROUTERS)
<% } -%>
