"""The packaged defaults can be ejected and are read back from a file."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from <%= pkg %>.manifest.config import <%= pascal %>Config, packaged_defaults
from <%= pkg %>.scaffold import eject_settings

from .framework import Report, run_as_main


def validate() -> Report:
    """Eject the settings into a folder of their own and load them from there.

    Returns:
        The report.
    """
    report = Report("settings")
    with TemporaryDirectory() as folder:
        file = eject_settings(Path(folder))
        report.expect(file.read_text(encoding="utf-8") == packaged_defaults(), "they are ejected whole")
        from_file = <%= pascal %>Config.load({}, file)
        from_package = <%= pascal %>Config.load({}, Path(folder) / "none.yaml")
        report.expect(from_file == from_package, "the file says what the package says")
    return report


if __name__ == "__main__":
    sys.exit(run_as_main(validate))
