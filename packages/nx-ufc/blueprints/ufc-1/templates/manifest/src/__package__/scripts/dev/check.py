"""Runs the tests of the working directory."""

from __future__ import annotations

import subprocess
import sys

TIMEOUT_SECONDS = 1800
# For plugins of pytest that take every function for a test: the suite would run itself.
__test__ = False


def main() -> int:
    """Run pytest with the interpreter in use.

    Returns:
        Its exit code.
    """
    command = [sys.executable, "-m", "pytest", *sys.argv[1:]]
    return subprocess.run(command, check=False, timeout=TIMEOUT_SECONDS).returncode


if __name__ == "__main__":
    sys.exit(main())
