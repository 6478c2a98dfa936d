"""Move the same modules with rope, one after the other, each time in a fresh copy of the project.

Reads {"source": folder, "scratch": folder, "count": times, "moves": [[old path, new folder]]} from standard input; prints for each time the
seconds that analysing, planning, rewriting and writing took, and how many modules were moved.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
import time
from pathlib import Path

from rope.base.project import Project
from rope.refactor.move import create_move


def move_all(root: Path, moves: list[list[str]]) -> dict[str, object]:
    for _, folder in moves:
        place = root
        for part in Path(folder).parts:
            place = place / part
            place.mkdir(exist_ok=True)
            (place / "__init__.py").touch()
    start, cpu = time.perf_counter(), time.process_time()
    project = Project(str(root), ropefolder=None)
    moved, failed = 0, []
    for path, folder in moves:
        try:
            changes = create_move(project, project.get_resource(path)).get_changes(project.get_resource(folder))
            project.do(changes)
            moved += 1
        except Exception as error:  # what rope cannot move is counted, with its reason
            failed.append(f"{path}: {type(error).__name__}: {error}")
    project.close()
    return {"seconds": time.perf_counter() - start, "cpu": time.process_time() - cpu, "moved": moved, "failed": failed}


task = json.load(sys.stdin)
figures = []
for _ in range(task["count"]):
    with tempfile.TemporaryDirectory(prefix="nx-ufc-rope-", dir=task["scratch"]) as scratch:
        copy = Path(scratch) / "project"
        shutil.copytree(task["source"], copy)
        figures.append(move_all(copy, task["moves"]))
print(json.dumps(figures))
