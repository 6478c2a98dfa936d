"""Print which modules the installed distributions give: lines of a distribution and a dotted name.

A package that several distributions share has no `__init__`; what stands below it counts then.
"""

import re
from importlib.metadata import distributions
from pathlib import PurePosixPath


def modules_of(files):
    paths = [PurePosixPath(str(file)) for file in files or []]
    code = [path for path in paths if path.suffix in (".py", ".so") and ".." not in path.parts]
    packages = {path.parent for path in code if path.name == "__init__.py"}
    for path in code:
        parents = [parent for parent in path.parents if parent.parts]
        outer = [parent for parent in parents if parent in packages]
        if outer:
            yield ".".join(outer[-1].parts)
        else:
            yield ".".join([*path.parts[:-1], path.name.split(".")[0]])


for one in distributions():
    name = re.sub(r"[-_.]+", "-", one.metadata["Name"]).lower()
    for module in sorted(set(modules_of(one.files))):
        if re.fullmatch(r"[A-Za-z_][\w.]*", module):
            print(f"{name}\t{module}")
