"""Runs every check in order and stops at the first that fails."""

from __future__ import annotations

import json
import pkgutil
import re
import sys
from importlib import import_module
from typing import TYPE_CHECKING

import <%= pkg %>.validation as checks

if TYPE_CHECKING:
    from .framework import Report

_CHECK = re.compile(r"^validate_\d\d_\w+$")


def find_checks() -> list[str]:
    """Return the names of the check modules, in order."""
    names = (module.name for module in pkgutil.iter_modules(checks.__path__))
    return sorted(name for name in names if _CHECK.match(name))


def run() -> list[Report]:
    """Run the checks up to the first that fails.

    Returns:
        Their reports, in order.
    """
    reports: list[Report] = []
    for name in find_checks():
        report: Report = import_module(f"{checks.__name__}.{name}").validate()
        reports.append(report)
        if not report.passed:
            break
    return reports


def main() -> int:
    """Run the checks and write their reports as JSON.

    Returns:
        0 when at least one check ran and all passed, else 1.
    """
    reports = run()
    lines = [{"name": r.name, "passed": r.passed, "problems": r.problems} for r in reports]
    sys.stdout.write(json.dumps(lines, indent=2) + "\n")
    return 0 if reports and all(report.passed for report in reports) else 1


if __name__ == "__main__":
    sys.exit(main())
