"""The catalogue keeps items in a real file."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from <%= pkg %>.core.services.catalogue import open_catalogue

from .framework import Report, run_as_main


def validate() -> Report:
    """Add an item and find it again with a second catalogue on the same file.

    Returns:
        The report.
    """
    report = Report("catalogue")
    with TemporaryDirectory() as folder:
        path = str(Path(folder) / "items.json")
        added = open_catalogue(path).add("checked")
        report.expect(Path(path).is_file(), "the file is made")
        report.expect(open_catalogue(path).get(added.id) == added, "the item is found again")
    return report


if __name__ == "__main__":
    sys.exit(run_as_main(validate))
