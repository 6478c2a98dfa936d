from __future__ import annotations

import asyncio
from decimal import Decimal
from typing import Any

from loyalty import PointRule, points_of
from loyalty.cli import main
from loyalty.plugin import LoyaltyPlugin
from loyalty.points import rule


class Register:
    def __init__(self) -> None:
        self.found: dict[str, Any] = {}

    def register(self, name: str, instance: Any) -> None:
        self.found[name] = instance

    def register_factory(self, name: str, factory: Any) -> None:
        self.found[name] = factory()


def test_a_point_for_each_full_euro():
    assert points_of(Decimal("12.50"), 0) == 12


def test_saturdays_count_twice():
    assert points_of(Decimal("12.50"), 5) == 24


def test_the_rule_that_ships():
    assert rule() == PointRule(rate=1, saturday=2)


def test_command_line(capsys):
    assert main(["points", "3.99"]) == 0
    assert capsys.readouterr().out == "3\n"


def test_the_till_may_start_twice(monkeypatch):
    monkeypatch.setenv("LOYALTY_CARD_PREFIX", "X-")
    plugin, register = LoyaltyPlugin(), Register()
    asyncio.run(plugin.initialize(None, register, None, None))
    asyncio.run(plugin.startup())
    asyncio.run(plugin.startup())
    assert plugin.starts == 2
    assert register.found["loyalty.card-prefix"] == "X-"
    assert register.found["loyalty"](Decimal(7), 1) == 7
