"""Writes the default settings to the working directory."""

from __future__ import annotations

import sys

from <%= pkg %>.scaffold import eject_settings


def main() -> int:
    """Eject the settings and say where they are.

    Returns:
        0.
    """
    sys.stdout.write(f"{eject_settings()}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
