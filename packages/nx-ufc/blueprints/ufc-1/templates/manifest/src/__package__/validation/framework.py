"""What a check says, and how its module is run."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, dataclass, field
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from importlib.metadata import EntryPoint

ENTRY_POINT_GROUP = "<%= entryPointGroup %>"


@dataclass
class Report:
    """The result of one check."""

    name: str
    checked: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def expect(self, holds: bool, what: str) -> None:
        """Note what was looked at, and whether it is as it should be.

        Args:
            holds: Whether it is.
            what: What was looked at, in words.
        """
        (self.checked if holds else self.problems).append(what)

    @property
    def passed(self) -> bool:
        """Whether something was checked and nothing was wrong."""
        return bool(self.checked) and not self.problems


def run_as_main(validate: Callable[[], Report]) -> int:
    """Run a check as the program of its process.

    Args:
        validate: The check. What it raises ends the process, which fails the check.

    Returns:
        0 when it passed, else 1. Its report is the last line of the output.
    """
    report = validate()
    sys.stdout.write(f"\n{json.dumps(asdict(report))}\n")
    return 0 if report.passed else 1


def own_entry_points() -> list[EntryPoint]:
    """Return the entry points by which hosts find this capability."""
    found: Any = entry_points()
    select = getattr(found, "select", None)
    points = select(group=ENTRY_POINT_GROUP) if select else found.get(ENTRY_POINT_GROUP, ())
    return [point for point in points if point.name == "<%= project %>"]
