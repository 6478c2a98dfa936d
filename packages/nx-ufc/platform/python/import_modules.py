"""Import modules, each in a process of its own: python import_modules.py NAMES.json RESULT.json

RESULT.json holds, by name, null for a module that imports and the error of one that does not. Where the environment names settings of Django,
they are set up before.
"""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

SECONDS = 120
SETUP = "import django; django.setup(); " if os.environ.get("DJANGO_SETTINGS_MODULE") else ""


def attempt(name):
    program = f"{SETUP}import importlib; importlib.import_module({name!r})"
    try:
        done = subprocess.run(
            [sys.executable, "-c", program],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            timeout=SECONDS,
        )
    except subprocess.TimeoutExpired:
        return f"did not end within {SECONDS} seconds"
    if done.returncode == 0:
        return None
    lines = done.stderr.decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else f"exit code {done.returncode}"


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        names = json.load(file)
    with ThreadPoolExecutor(max_workers=min(4, os.cpu_count() or 1)) as pool:
        result = dict(zip(names, pool.map(attempt, names)))
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        json.dump(result, file)


main()
