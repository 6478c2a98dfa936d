"""Much the same facts with LibCST: imports, definitions, calls, assignments, names by scope, strings, comments, with positions."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import libcst as cst
from libcst.metadata import MetadataWrapper, PositionProvider, QualifiedNameProvider, ScopeProvider

KINDS = (
    cst.Import,
    cst.ImportFrom,
    cst.ClassDef,
    cst.FunctionDef,
    cst.Call,
    cst.Assign,
    cst.AnnAssign,
    cst.AugAssign,
    cst.ExceptHandler,
    cst.SimpleString,
    cst.FormattedString,
    cst.Comment,
)


class Facts(cst.CSTVisitor):
    METADATA_DEPENDENCIES = (PositionProvider, ScopeProvider, QualifiedNameProvider)

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, object, object]] = []

    def on_visit(self, node: cst.CSTNode) -> bool:
        if isinstance(node, KINDS):
            self.found.append((type(node).__name__, self.get_metadata(PositionProvider, node), None))
        elif isinstance(node, (cst.Name, cst.Attribute)):
            names = self.get_metadata(QualifiedNameProvider, node, None)
            self.found.append(("reference", self.get_metadata(PositionProvider, node), names))
        return True


files = Path(json.load(sys.stdin)["list"]).read_text().split("\n")
start = time.process_time()
count = 0
for path in files:
    source = Path(path).read_bytes()
    try:
        facts = Facts()
        MetadataWrapper(cst.parse_module(source), unsafe_skip_copy=True).visit(facts)
        count += len(facts.found)
    except (cst.ParserSyntaxError, UnicodeDecodeError, RecursionError, LookupError):
        continue
print(json.dumps({"cpu": time.process_time() - start, "count": count}))
