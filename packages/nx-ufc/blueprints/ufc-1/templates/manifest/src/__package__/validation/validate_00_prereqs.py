"""The package imports, its settings load, its plugin is found."""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import EntryPoint, entry_points

from <%= pkg %>.manifest.config import <%= pascal %>Config

from .framework import Report

ENTRY_POINT_GROUP = "<%= entryPointGroup %>"


def validate() -> Report:
    """Check what everything else relies on.

    Returns:
        The report.
    """
    report = Report("prerequisites")
    report.expect(import_module("<%= pkg %>") is not None, "the package imports")
    report.expect(isinstance(<%= pascal %>Config.load(), <%= pascal %>Config), "the settings load")
    names = {point.name for point in _points()}
    report.expect("<%= project %>" in names, f"the entry point is in {ENTRY_POINT_GROUP}")
    return report


def _points() -> list[EntryPoint]:
    found = entry_points()
    if hasattr(found, "select"):
        return list(found.select(group=ENTRY_POINT_GROUP))
    return []
