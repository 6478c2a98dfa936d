"""What a check says."""

from __future__ import annotations

from dataclasses import dataclass, field


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
