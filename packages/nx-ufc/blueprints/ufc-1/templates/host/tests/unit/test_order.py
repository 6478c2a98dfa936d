"""The order of plugins."""

from __future__ import annotations

from typing import Any

import pytest

from <%= pkg %>.order import PluginOrderError, in_order


class Fake:
    """A plugin that does nothing."""

    def __init__(self, provides: list[str], requires: list[str]) -> None:
        """Declare."""
        self.provides = provides
        self.requires = requires

    async def initialize(self, *_args: Any, **_kwargs: Any) -> dict[str, Any]:
        """Register nothing."""
        return {}

    async def startup(self) -> None:
        """Start."""

    async def shutdown(self) -> None:
        """Stop."""


def test_providers_come_first() -> None:
    plugins = {
        "a": Fake(["a"], ["b", "c"]),
        "b": Fake(["b"], ["c"]),
        "c": Fake(["c"], []),
        "d": Fake([], []),
    }
    assert in_order(plugins) == ["c", "b", "a", "d"]


def test_an_unmet_requirement_names_the_chain() -> None:
    plugins = {"a": Fake(["a"], ["b"]), "b": Fake(["b"], ["x"])}
    with pytest.raises(PluginOrderError, match="a → b → x: nobody provides x; provided: a, b"):
        in_order(plugins)


def test_a_cycle_names_the_chain() -> None:
    plugins = {"a": Fake(["a"], ["b"]), "b": Fake(["b"], ["a"])}
    with pytest.raises(PluginOrderError, match="a → b → a"):
        in_order(plugins)


def test_two_providers_are_an_error() -> None:
    with pytest.raises(PluginOrderError, match="x is provided by a and by b"):
        in_order({"a": Fake(["x"], []), "b": Fake(["x"], [])})
