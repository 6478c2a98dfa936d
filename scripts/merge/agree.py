"""Does tomllib read the same as was meant? Reads JSON lines {before, after, operation}, prints the numbers of those that differ."""

import json
import sys
import tomllib


def apply(data: dict, operation: dict) -> dict:
    holder = data
    for part in operation["path"][:-1]:
        holder = holder.setdefault(part, {}) if isinstance(holder, dict) else holder[part]
    last = operation["path"][-1]
    if operation["op"] == "append":
        holder.setdefault(last, []).append(operation["value"])
    else:
        holder[last] = operation["value"]
    return data


def agrees(case: dict) -> bool:
    before = tomllib.loads(case["before"].removeprefix("\ufeff"))
    after = tomllib.loads(case["after"].removeprefix("\ufeff"))
    return repr_sorted(apply(before, case["operation"])) == repr_sorted(after)


def repr_sorted(value: object) -> str:
    if isinstance(value, dict):
        return repr([(key, repr_sorted(value[key])) for key in sorted(value)])
    if isinstance(value, list):
        return repr([repr_sorted(item) for item in value])
    return repr(value)


for number, line in enumerate(sys.stdin):
    try:
        if not agrees(json.loads(line)):
            print(number)
    except (ValueError, KeyError, TypeError) as error:
        print(number, error)
