"""The manifest layer: container, settings, plugin, validation."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

import pytest

from <%= pkg %>.manifest.config import ENVIRONMENT, <%= pascal %>Config, packaged_defaults
from <%= pkg %>.manifest.container import TRANSIENT, Container, UnknownServiceError
from <%= pkg %>.manifest.plugin import <%= pascal %>Plugin, get_logger
from <%= pkg %>.scaffold import eject_settings
from <%= pkg %>.validation import runner

if TYPE_CHECKING:
    from pathlib import Path


def test_container_resolves_what_is_registered() -> None:
    container = Container()
    container.register("instance", "x")
    container.register_factory("once", object)
    container.register("each", object, TRANSIENT)
    assert container.resolve("instance") == "x"
    assert container.resolve("once") is container.resolve("once")
    assert container.resolve("each") is not container.resolve("each")
    assert container.is_registered("once")
    assert not container.is_registered("never")


def test_container_names_what_is_there() -> None:
    container = Container()
    container.register("known", 1)
    with pytest.raises(UnknownServiceError, match="registered: known"):
        container.resolve("unknown")
    with pytest.raises(ValueError, match="lifetime"):
        container.register_factory("x", object, "forever")


def test_settings_load_from_the_package(tmp_path: Path) -> None:
    config = <%= pascal %>Config.load({}, tmp_path / "none.yaml")
    assert set(ENVIRONMENT) == set(type(config).model_fields)


<% if (settings.length) { -%>
@pytest.mark.parametrize("field", sorted(ENVIRONMENT))
def test_environment_wins_over_file_over_default(tmp_path: Path, field: str) -> None:
    local = tmp_path / "local.yaml"
    local.write_text(f"{field}: ${{LOCAL_VALUE:7}}\n", encoding="utf-8")
    by_file = <%= pascal %>Config.load({}, local)
    by_file_variable = <%= pascal %>Config.load({"LOCAL_VALUE": "8"}, local)
    by_environment = <%= pascal %>Config.load({ENVIRONMENT[field]: "9"}, local)
    values = [_text(getattr(c, field)) for c in (by_file, by_file_variable, by_environment)]
    assert values == ["7", "8", "9"]


<% } -%>
def test_settings_must_be_a_mapping(tmp_path: Path) -> None:
    local = tmp_path / "local.yaml"
    local.write_text("- no mapping\n", encoding="utf-8")
    with pytest.raises(ValueError, match="no mapping"):
        <%= pascal %>Config.load({}, local)


<% if (settings.length) { -%>
def _text(value: object) -> str:
    secret = getattr(value, "get_secret_value", None)
    return str(secret() if secret else value)


<% } -%>
class Host:
    """A host application that counts its routers."""

    def __init__(self) -> None:
        """Start without any."""
        self.routers: list[object] = []

    def include_router(self, router: object) -> None:
        """Remember a router."""
        self.routers.append(router)


def test_plugin_registers_and_runs() -> None:
    container = Container()
    plugin = <%= pascal %>Plugin()
    overview = asyncio.run(plugin.initialize(None, container, None, None))
    assert overview["provides"] == plugin.provides
    assert container.resolve("<%= project %>").__name__ == "<%= pkg %>"
    asyncio.run(plugin.startup())
    asyncio.run(plugin.shutdown())
    asyncio.run(plugin.shutdown())
    assert get_logger().name == "<%= pkg %>"


def test_plugin_brings_its_routes() -> None:
    host = Host()
    overview = asyncio.run(<%= pascal %>Plugin().initialize(host, Container(), None, None))
    assert overview["routes"] == len(host.routers)


def test_settings_are_ejected_once(tmp_path: Path) -> None:
    target = eject_settings(tmp_path)
    assert target.read_text(encoding="utf-8") == packaged_defaults()
    target.write_text("# mine\n", encoding="utf-8")
    assert eject_settings(tmp_path).read_text(encoding="utf-8") == "# mine\n"


def test_validation_passes_on_this_installation(tmp_path: Path) -> None:
    assert runner.find_checks() != []
    assert runner.main(["--output", str(tmp_path)]) == 0
    report = json.loads((tmp_path / "validation.json").read_text(encoding="utf-8"))
    assert [check["check"] for check in report["checks"]] == runner.find_checks()
    assert "passed" in (tmp_path / "VALIDATION_REPORT.md").read_text(encoding="utf-8")


def test_validation_stops_at_the_first_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ["validate_00_prereqs", "validate_50_none", "validate_60_later"]
    monkeypatch.setattr(runner, "find_checks", lambda: names)
    assert runner.main(["--output", str(tmp_path)]) == 1
    report = json.loads((tmp_path / "validation.json").read_text(encoding="utf-8"))
    assert [check["passed"] for check in report["checks"]] == [True, False]
    assert report["not_run"] == ["validate_60_later"]
