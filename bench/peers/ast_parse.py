"""CPython's bare parser: `ast.parse` of every file, nothing done with the trees. Prints processor time."""

from __future__ import annotations

import ast
import json
import sys
import time
import warnings
from pathlib import Path

warnings.simplefilter("ignore")
files = Path(json.load(sys.stdin)["list"]).read_text().split("\n")
start = time.process_time()
for path in files:
    source = Path(path).read_bytes()
    try:
        ast.parse(source)
    except (SyntaxError, ValueError):
        continue
print(json.dumps({"cpu": time.process_time() - start, "version": sys.version.split()[0]}))
