"""Canonical form of `ast` trees, for comparison with the parser of nx-ufc.

Reads file names from stdin, one a line; prints `path<TAB>sha256` for each, or `path<TAB>error`.
With --full it prints the canonical form itself.
"""

from __future__ import annotations

import ast
import hashlib
import json
import struct
import sys
import warnings

warnings.simplefilter("ignore")
sys.setrecursionlimit(20_000)

SKIPPED_FIELDS = {"type_comment", "type_ignores", "kind"}
WITH_NAMES = "\\N{"


def constant(node: ast.Constant, lines: list[bytes] | None) -> str:
    value = node.value
    if isinstance(value, str):
        if lines is not None and WITH_NAMES.encode() in segment(node, lines):
            return "str:*"
        return f"str:{'u' if node.kind else ''}{json.dumps(value)}"
    if isinstance(value, bytes):
        return f"bytes:{value.hex()}"
    if value is None or isinstance(value, bool):
        return repr(value)
    if value is ...:
        return "..."
    if isinstance(value, int):
        return f"int:{value:x}"
    if isinstance(value, complex):
        return f"complex:{struct.pack('>d', value.imag).hex()}"
    return f"float:{struct.pack('>d', value).hex()}"


def segment(node: ast.AST, lines: list[bytes]) -> bytes:
    first, last = node.lineno - 1, node.end_lineno - 1
    if first == last:
        return lines[first][node.col_offset : node.end_col_offset]
    return b"\n".join([lines[first][node.col_offset :], *lines[first + 1 : last], lines[last][: node.end_col_offset]])


def write(node: object, out: list[str], lines: list[bytes] | None) -> None:
    if isinstance(node, list):
        out.append("[")
        for item in node:
            write(item, out, lines)
        out.append("]")
        return
    if not isinstance(node, ast.AST):
        out.append("None" if node is None else json.dumps(node))
        return
    name = type(node).__name__
    if not node._fields and not hasattr(node, "lineno"):
        out.append(name)
        return
    place = f"@{node.lineno}:{node.col_offset}-{node.end_lineno}:{node.end_col_offset}" if hasattr(node, "lineno") else ""
    out.append(f"({name}{place}")
    if isinstance(node, ast.Constant):
        out.append(constant(node, lines))
    elif isinstance(node, ast.MatchSingleton):
        out.append(repr(node.value))
    else:
        for field in node._fields:
            if field in SKIPPED_FIELDS:
                continue
            if field == "type_params" and not getattr(node, field, []):
                continue
            write(getattr(node, field, None), out, lines)
    out.append(")")


def canonical(data: bytes) -> str:
    tree = ast.parse(data)
    text = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").removeprefix(b"\xef\xbb\xbf")
    lines = text.split(b"\n") if WITH_NAMES.encode() in data else None
    out: list[str] = []
    write(tree.body, out, lines)
    return "\n".join(out)


def main() -> None:
    full = "--full" in sys.argv
    for line in sys.stdin:
        path = line.rstrip("\n")
        try:
            with open(path, "rb") as source:
                form = canonical(source.read())
            result = form if full else hashlib.sha256(form.encode("utf-8", "surrogatepass")).hexdigest()
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            result = f"error {type(error).__name__}: {error}".replace("\n", " ")
        print(result if full else f"{path}\t{result}", flush=True)


main()
