"""The package imports, its settings load, its plugin is found."""

from __future__ import annotations

import sys
from importlib import import_module

from <%= pkg %>.manifest.config import <%= pascal %>Config

from .framework import ENTRY_POINT_GROUP, Report, own_entry_points, run_as_main


def validate() -> Report:
    """Check what everything else relies on.

    Returns:
        The report.
    """
    report = Report("prerequisites")
    report.expect(import_module("<%= pkg %>") is not None, "the package imports")
    report.expect(isinstance(<%= pascal %>Config.load(), <%= pascal %>Config), "the settings load")
    report.expect(bool(own_entry_points()), f"the entry point is in {ENTRY_POINT_GROUP}")
    return report


if __name__ == "__main__":
    sys.exit(run_as_main(validate))
