"""The application with plugins of its own, and with those that are installed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fastapi import APIRouter
from fastapi.testclient import TestClient

from <%= pkg %> import create_app
from <%= pkg %>.plugins import installed_plugins

if TYPE_CHECKING:
    from <%= pkg %>.container import Container


class Recorder:
    """A plugin that writes down what happens to it."""

    def __init__(self, name: str, requires: list[str], events: list[str]) -> None:
        """Take a name."""
        self.name = name
        self.provides = [name]
        self.requires = requires
        self.events = events

    async def initialize(
        self, app: Any, container: Container, *_args: Any, **_kwargs: Any
    ) -> dict[str, Any]:
        """Register a route and a service."""
        router = APIRouter()
        router.add_api_route(f"/{self.name}", lambda: {"from": self.name})
        app.include_router(router)
        container.register(self.name, self)
        self.events.append(f"initialize {self.name}")
        return {"provides": self.provides}

    async def startup(self) -> None:
        """Start."""
        self.events.append(f"startup {self.name}")

    async def shutdown(self) -> None:
        """Stop."""
        self.events.append(f"shutdown {self.name}")


def test_plugins_live_in_their_order() -> None:
    events: list[str] = []
    app = create_app({"a": Recorder("a", ["b"], events), "b": Recorder("b", [], events)})
    with TestClient(app) as client:
        assert client.get("/health").json() == {"status": "ok"}
        assert client.get("/a").json() == {"from": "a"}
        assert client.get("/plugins").json()["order"] == ["b", "a"]
        assert app.state.container.is_registered("b")
    names = ["initialize b", "initialize a", "startup b", "startup a", "shutdown a", "shutdown b"]
    assert events == names


def test_installed_plugins_start() -> None:
    with TestClient(create_app()) as client:
        assert sorted(client.get("/plugins").json()["plugins"]) == sorted(installed_plugins())
