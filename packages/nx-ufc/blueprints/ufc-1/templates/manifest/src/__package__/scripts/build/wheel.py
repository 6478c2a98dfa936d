"""Builds wheel and sdist of the working directory."""

from __future__ import annotations

import subprocess
import sys

TIMEOUT_SECONDS = 1800


def main() -> int:
    """Run `python -m build`.

    Returns:
        Its exit code.
    """
    command = [sys.executable, "-m", "build", *sys.argv[1:]]
    return subprocess.run(command, check=False, timeout=TIMEOUT_SECONDS).returncode


if __name__ == "__main__":
    sys.exit(main())
