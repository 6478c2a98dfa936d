"""What a wheel says of itself, and what was read of its sources, both in one spelling.

Usage: dump.py WHEEL < read.json; prints {"wheel": {...}, "read": {...}}.
"""

import configparser
import email
import json
import sys
import zipfile

from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name, canonicalize_version
from packaging.version import Version


def requirement(text, extra=None):
    """One spelling of a requirement; the marker of its extra is left out."""
    try:
        parsed = Requirement(text)
    except InvalidRequirement:
        return f"? {text}"
    marker = str(parsed.marker) if parsed.marker else ""
    quoted = f'extra == "{extra}"'
    marker = bare(marker.replace(f" and {quoted}", "").replace(quoted, ""))
    extras = f"[{','.join(sorted(parsed.extras))}]" if parsed.extras else ""
    url = f" @ {parsed.url}" if parsed.url else ""
    return f"{canonicalize_name(parsed.name)}{extras}{specifiers(str(parsed.specifier))}{url}{'; ' + marker if marker else ''}"


def bare(marker):
    """Without brackets around the whole."""
    if not (marker.startswith("(") and marker.endswith(")")):
        return marker
    depth = 0
    for at, char in enumerate(marker):
        depth += (char == "(") - (char == ")")
        if depth == 0 and at < len(marker) - 1:
            return marker
    return bare(marker[1:-1])


def expanded(name, extras):
    """`pkg[a]` in an extra of pkg itself stands for what its extra a has, as some backends write it."""

    def items(extra, seen):
        for text in extras[extra]:
            parsed = Requirement(text)
            own = canonicalize_name(parsed.name) == canonicalize_name(name or "")
            inner = [one for one in extras if canonicalize_name(one) in map(canonicalize_name, parsed.extras)]
            if own and inner and not set(inner) & seen:
                for one in inner:
                    yield from items(one, seen | {one})
            else:
                yield text

    return {extra: list(items(extra, {extra})) for extra in extras}


def specifiers(text):
    """`<2.0` is `<2`."""
    return ",".join(sorted(one.operator + version_of(one) for one in SpecifierSet(text)))


def version_of(one):
    if one.operator in ("==", "!=", "~=", "===") or one.version.endswith(".*"):
        return one.version
    return canonicalize_version(one.version)


def extra_of(text):
    """The extra that a line of Requires-Dist belongs to."""
    marker = Requirement(text).marker
    found = [
        value.value
        for variable, _, value in flat(marker._markers if marker else [])
        if str(variable) == "extra"
    ]
    return found[0] if found else None


def flat(markers):
    for marker in markers:
        if isinstance(marker, list):
            yield from flat(marker)
        elif isinstance(marker, tuple):
            yield marker


def wheel_of(path):
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        info = next(name for name in names if name.endswith(".dist-info/METADATA"))
        metadata = email.message_from_string(archive.read(info).decode("utf-8"))
        points = info.replace("METADATA", "entry_points.txt")
        text = archive.read(points).decode() if points in names else ""
    lines = metadata.get_all("Requires-Dist") or []
    by_extra = [(extra_of(line), line) for line in lines]
    parser = configparser.ConfigParser(delimiters=("=",), interpolation=None)
    parser.optionxform = str
    parser.read_string(text)
    extras = {canonicalize_name(name): [] for name in metadata.get_all("Provides-Extra") or []}
    for extra, line in by_extra:
        if extra is not None:
            extras.setdefault(canonicalize_name(extra), []).append(requirement(line, extra))
    return {
        "name": canonicalize_name(metadata["Name"]),
        "version": str(Version(metadata["Version"])),
        "python": specifiers(metadata["Requires-Python"] or ""),
        "dependencies": sorted(requirement(line) for extra, line in by_extra if extra is None),
        "extras": {name: sorted(items) for name, items in sorted(extras.items())},
        "entry points": sorted(
            f"{group} {name} = {value.replace(' ', '')}"
            for group in parser.sections()
            for name, value in parser.items(group)
        ),
        "index": shown(metadata),
        "files": sorted(name for name in names if ".dist-info/" not in name and not name.endswith("/")),
    }


def shown(metadata):
    """What an index shows, in the spelling of `read_index`."""
    values = lambda key: sorted(metadata.get_all(key) or [])
    urls = [line.replace(", ", " = ", 1) for line in values("Project-URL")]
    urls += [f"{label} = {metadata[key]}" for label, key in (("Homepage", "Home-page"), ("Download", "Download-URL")) if metadata[key]]
    people = {key: metadata[header] or "" for key, header in (
        ("author", "Author"), ("author_email", "Author-email"), ("maintainer", "Maintainer"), ("maintainer_email", "Maintainer-email"))}
    return {**people, "classifiers": values("Classifier"), "keywords": words(metadata["Keywords"] or ""), "urls": sorted(set(urls)),
            "license": metadata["License"] or metadata["License-Expression"] or ""}


def read_index(index):
    people = {}
    for role in ("author", "maintainer"):
        for key, part in ((role, "name"), (f"{role}_email", "email")):
            people[key] = ", ".join(one[part] for one in index[f"{role}s"] if part in one)
    return {**people, "classifiers": sorted(index["classifiers"]), "keywords": words(",".join(index["keywords"])),
            "urls": sorted(f"{label} = {address}" for label, address in index["urls"].items()), "license": index["license"] or ""}


def words(text):
    return sorted(filter(None, text.replace(",", " ").split()))


def read_of(read, expand):
    version = read["version"]
    extras = read["extras"]
    if expand:
        extras = expanded(read["name"], extras)
    return {
        **read,
        "name": canonicalize_name(read["name"] or ""),
        "index": read["index"] and read_index(read["index"]),
        "version": str(Version(version)) if version else None,
        "python": specifiers(read["python"] or ""),
        "dependencies": sorted({requirement(text) for text in read["dependencies"]}),
        "extras": {
            canonicalize_name(name): sorted({requirement(text) for text in items})
            for name, items in sorted(extras.items())
        },
        "entry points": sorted(line for line in read["entry points"]),
    }


wheel = wheel_of(sys.argv[1])
# Backends differ in whether they write `pkg[a]` out.
own = f"{wheel['name']}["
refers = any(item.startswith(own) for items in wheel["extras"].values() for item in items)
print(json.dumps({"wheel": wheel, "read": read_of(json.load(sys.stdin), not refers)}))
