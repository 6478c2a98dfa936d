"""Compare a migrated package with its legacy source, file by file, without any code of the plugin.

    python3 check.py LEGACY CAPABILITY LEDGER.json

Every legacy file is accounted for, every file of the capability comes from a move or was made, no byte differs outside of
the edits that the ledger records, and Python's own tokenizer reads the same tokens outside of them.
Prints a JSON object with counts and problems; exits with 1 when there is a problem.
"""

import codecs
import io
import json
import os
import re
import sys
import tokenize
from bisect import bisect_left

BOM = b"\xef\xbb\xbf"
# Folders and files that no migration reads: caches, environments, version control.
IGNORED = {"__pycache__", ".git", ".hg", ".svn", ".tox", ".nox", ".venv", "venv", ".mypy_cache", ".pytest_cache",
           ".ruff_cache", ".hypothesis", ".eggs", ".cache", "node_modules", ".idea", ".vscode"}


def files_below(root):
    found = set()
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if name not in IGNORED or is_package(folder, name)]
        for name in names:
            found.add(os.path.relpath(os.path.join(folder, name), root).replace(os.sep, "/"))
    return found


def is_package(folder, name):
    """A package may be called venv; no virtual environment has an __init__."""
    return name == "venv" and os.path.exists(os.path.join(folder, name, "__init__.py"))


def read(root, path):
    with open(os.path.join(root, path), "rb") as file:
        return file.read()


def decoded(path, data):
    """The text that the offsets of the ledger count in, as UTF-16, and how it becomes bytes again."""
    bom = b""
    if re.search(r"\.pyi?$", path):
        if data.startswith(BOM):
            bom, data = BOM, data[len(BOM):]
        cookie = declared(data)
        if codecs.lookup(cookie).name not in ("utf-8", "utf-8-sig", "ascii") and not bom:
            return data.decode("latin-1").encode("utf-16-le"), bom, "latin-1"
    try:
        return data.decode("utf-8").encode("utf-16-le"), bom, "utf-8"
    except UnicodeDecodeError:
        return data.decode("latin-1").encode("utf-16-le"), bom, "latin-1"


def declared(data):
    try:
        return tokenize.detect_encoding(io.BytesIO(data).readline)[0]
    except SyntaxError:
        return "utf-8"


def applied(path, data, edits):
    """The bytes with the edits carried out, by the offsets of the ledger alone."""
    text, bom, codec = decoded(path, data)
    out, at = [], 0
    for edit in edits:
        start, end = 2 * edit["start"], 2 * edit["end"]
        if start < at or text[start:end] != edit["before"].encode("utf-16-le"):
            return None
        out += [text[at:start], edit["after"].encode("utf-16-le")]
        at = end
    out.append(text[at:])
    return bom + b"".join(out).decode("utf-16-le").encode(codec)


def tokens(data):
    """The text, and (type, string, start, end) of every token in code points; None when Python cannot tokenize it."""
    try:
        text = data.decode(tokenize.detect_encoding(io.BytesIO(data).readline)[0]).removeprefix("\ufeff")
        lines = io.StringIO(text, newline="").readlines()
        starts = [0]
        for line in lines:
            starts.append(starts[-1] + len(line))
        stream = iter(lines)
        offset = lambda place: starts[min(place[0] - 1, len(lines))] + place[1]
        found = [(token.type, token.string, offset(token.start), offset(token.end))
                 for token in tokenize.generate_tokens(lambda: next(stream, ""))]
        return text, found
    except (SyntaxError, tokenize.TokenError, UnicodeDecodeError, LookupError):
        return None


def token_problems(old, new, edits):
    """The first token that differs although no edit touches it."""
    before, after = tokens(old), tokens(new)
    if before is None:
        return []
    if after is None:
        return ["Python could read its tokens before and cannot now"]
    point = points(before[0])
    old_ranges, new_ranges, shift = [], [], 0
    for edit in edits:
        start, end = point(edit["start"]), point(edit["end"])
        old_ranges.append((start, end))
        new_ranges.append((start + shift, start + shift + len(edit["after"])))
        shift += len(edit["after"]) - (end - start)
    left, right = untouched(before[1], old_ranges), untouched(after[1], new_ranges)
    for (_, a, start, _), (_, b, _, _) in zip(left, right):
        if a != b:
            return [f"line {before[0].count(chr(10), 0, start) + 1}: token {a!r} became {b!r} outside of any edit"]
    return [] if len(left) == len(right) else [f"{len(left)} tokens outside of edits became {len(right)}"]


def untouched(found, ranges):
    """Tokens that no range overlaps or touches. Both are sorted."""
    kept, at = [], 0
    for token in found:
        while at < len(ranges) and ranges[at][1] < token[2]:
            at += 1
        if not any(start <= token[3] for start, _ in ranges[at:at + 1]):
            kept.append(token)
    return kept


def points(text):
    """From offsets in UTF-16 units to offsets in code points."""
    astral = [i for i, char in enumerate(text) if ord(char) > 0xFFFF]
    units = [position + count for count, position in enumerate(astral)]
    return lambda offset: offset - bisect_left(units, offset)


def split_files(legacy, splits):
    """The files of modules that were taken apart, made of the pieces of the ledger: what the edits of their moves begin from."""
    files = {}
    for split in splits:
        text, bom, codec = decoded(split["source"], read(legacy, split["source"]))
        piece = lambda one: one.encode("utf-16-le") if isinstance(one, str) else text[2 * one["start"]:2 * one["end"]]
        for part in split["parts"]:
            files[part["path"]] = b"".join(map(piece, part["pieces"])).decode("utf-16-le").encode(codec)
        out, at = [], 0
        for edit in sorted(split["edits"], key=lambda edit: (edit["start"], edit["end"])):
            out += [text[at:2 * edit["start"]], edit["text"].encode("utf-16-le")]
            at = 2 * edit["end"]
        files[split["source"]] = bom + b"".join([*out, text[at:]]).decode("utf-16-le").encode(codec)
    return files


def link_problems(legacy, capability, move, places):
    """What a link leads to is compared where it lies; the link must lead to where that went, or to nothing as before."""
    old, new = os.path.join(legacy, move["from"]), os.path.join(capability, move["to"])
    if not os.path.islink(new):
        return [f"{move['to']}: {move['from']} was a link"]
    led, leads = (os.path.normpath(os.path.join(os.path.dirname(path), os.readlink(file))).replace(os.sep, "/")
                  for path, file in ((move["from"], old), (move["to"], new)))
    if not os.path.exists(old):
        return [f"{move['to']}: leads to {leads}, {move['from']} led to nothing"] if os.path.exists(new) else []
    if os.path.isdir(old):
        torn = [to for path, to in places.items() if path.startswith(f"{led}/") and not to.startswith(f"{leads}/")]
        return [f"{move['to']}: leads to {leads}, {to} is of {led}" for to in torn]
    return [] if leads == places.get(led) else [f"{move['to']}: leads to {leads}, {led} went to {places.get(led)}"]


def compare(legacy, capability, moves, split):
    problems, edits, compared = [], 0, 0
    places = {move["from"]: move["to"] for move in moves}
    for move in moves:
        path = move["from"]
        if os.path.islink(os.path.join(legacy, path)):
            problems += link_problems(legacy, capability, move, places)
            continue
        old = split[path] if path in split else read(legacy, path)
        new = read(capability, move["to"])
        edits += len(move["edits"])
        if applied(move["from"], old, move["edits"]) != new:
            problems.append(f"{move['to']}: bytes differ from {move['from']} outside of the recorded edits")
        if re.search(r"\.pyi?$", move["from"]):
            compared += 1
            problems += [f"{move['to']}: {text}" for text in token_problems(old, new, move["edits"])]
    return {"files": len(moves), "python": compared, "edits": edits}, problems


def accounting(legacy, capability, ledger):
    moved = {move["from"] for move in ledger["moves"]}
    excluded = {entry["path"] for entry in ledger["excluded"] if entry["reason"]}
    problems = [f"{path} of the legacy package is neither moved nor left out with a reason"
                for path in sorted(files_below(legacy) - moved - excluded - {"MIGRATION_MAP.yaml"})
                if not ignored(path)]
    made = set(ledger["created"]) | {move["to"] for move in ledger["moves"]}
    problems += [f"{path} of the capability is not in the ledger" for path in sorted(files_below(capability) - made)
                 if not ignored(path) and ".egg-info/" not in path]
    return problems


def ignored(path):
    return bool(re.search(r"\.py[cod]$|(^|/)(\.coverage|\.DS_Store|Thumbs\.db|\.git)$", path))


def main():
    legacy, capability, ledger_path = sys.argv[1:]
    with open(ledger_path, encoding="utf-8") as file:
        ledger = json.load(file)
    counts, problems = compare(legacy, capability, ledger["moves"], split_files(legacy, ledger["splits"]))
    problems += accounting(legacy, capability, ledger)
    print(json.dumps({**counts, "excluded": len(ledger["excluded"]), "problems": problems}))
    sys.exit(1 if problems else 0)


main()
