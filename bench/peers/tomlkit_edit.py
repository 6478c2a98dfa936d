"""The edits of the merge suite through tomlkit. Reads and writes JSON: [{before, operation}] → {cpu, seconds, results}."""

import json
import sys
import time

import tomlkit


def edit(case: dict) -> str | dict:
    try:
        document = tomlkit.parse(case["before"])
        path, value = case["operation"]["path"], case["operation"]["value"]
        holder = document
        for part in path[:-1]:
            if isinstance(part, str) and part not in holder:
                holder[part] = tomlkit.table(is_super_table=part != path[-2])
            holder = holder[part]
        last = path[-1]
        if case["operation"]["op"] == "append":
            if last not in holder:
                holder[last] = tomlkit.aot() if isinstance(value, dict) else tomlkit.array()
            holder[last].append(value)
        elif isinstance(value, dict):
            inline = tomlkit.inline_table()
            inline.update(value)
            holder[last] = inline
        else:
            holder[last] = value
        return tomlkit.dumps(document)
    except Exception as error:
        return {"error": repr(error)}


cases = json.load(sys.stdin)
start, cpu = time.perf_counter(), time.process_time()
results = [edit(case) for case in cases]
figures = {"cpu": time.process_time() - cpu, "seconds": time.perf_counter() - start}
json.dump({**figures, "results": results}, sys.stdout)
