"""Checks an installation."""

from __future__ import annotations

import sys

from <%= pkg %>.validation.runner import main

if __name__ == "__main__":
    sys.exit(main())
