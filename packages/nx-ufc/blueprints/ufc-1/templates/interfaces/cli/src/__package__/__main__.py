"""`python -m <%= pkg %>`."""

from __future__ import annotations

import sys

from .interface.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
