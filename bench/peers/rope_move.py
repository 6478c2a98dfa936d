"""Move the same modules with rope, one after the other, in a copy of the project.

Reads {"root": folder, "moves": [[old path, new folder]]} from standard input; prints the seconds that analysing, planning, rewriting and
writing took, and how many modules were moved.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from rope.base.project import Project
from rope.refactor.move import create_move

task = json.load(sys.stdin)
root = Path(task["root"])
for _, folder in task["moves"]:
    place = root
    for part in Path(folder).parts:
        place = place / part
        place.mkdir(exist_ok=True)
        (place / "__init__.py").touch()
start, cpu = time.perf_counter(), time.process_time()
project = Project(str(root), ropefolder=None)
moved, failed = 0, []
for path, folder in task["moves"]:
    try:
        changes = create_move(project, project.get_resource(path)).get_changes(project.get_resource(folder))
        project.do(changes)
        moved += 1
    except Exception as error:  # what rope cannot move is counted, with its reason
        failed.append(f"{path}: {type(error).__name__}: {error}")
project.close()
print(json.dumps({"seconds": time.perf_counter() - start, "cpu": time.process_time() - cpu, "moved": moved, "failed": failed}))
