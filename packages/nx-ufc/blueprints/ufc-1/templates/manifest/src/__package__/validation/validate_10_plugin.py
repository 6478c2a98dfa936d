"""The plugin that the entry point names starts and stops with a container."""

from __future__ import annotations

import asyncio
import sys

from <%= pkg %>.manifest.container import Container

from .framework import Report, own_entry_points, run_as_main


def validate() -> Report:
    """Take the plugin through its life as a host does.

    Returns:
        The report.
    """
    report = Report("plugin")
    points = own_entry_points()
    report.expect(len(points) == 1, "one entry point names the plugin")
    for point in points:
        container = Container()
        plugin = point.load()()
        overview = asyncio.run(plugin.initialize(None, container, None, None))
        asyncio.run(plugin.startup())
        asyncio.run(plugin.shutdown())
        report.expect(overview["provides"] == plugin.provides, "it says what it provides")
        for name in plugin.provides:
            report.expect(container.is_registered(name), f"{name} is registered")
    return report


if __name__ == "__main__":
    sys.exit(run_as_main(validate))
