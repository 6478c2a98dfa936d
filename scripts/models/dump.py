"""Print what pydantic itself says of every model of a package, one JSON object a line.

    python dump.py PACKAGE [MODE]

Every `$ref` and every name in a discriminator's mapping is replaced by the dotted name of the class it stands for, so that
it does not matter where definitions are placed or how pydantic makes their names unique.
"""

import dataclasses
import enum
import json
import re
import sys
import warnings

warnings.simplefilter("ignore")
sys.setrecursionlimit(10000)

import pydantic
import typing_extensions
from packages import classes_of, is_dynamic
from pydantic.json_schema import GenerateJsonSchema


MODE = sys.argv[2] if len(sys.argv) > 2 else "validation"


def dotted(core_ref):
    """`a.b.C:94[int:12]` -> `a.b.C[int]`."""
    return re.sub(r":\d+", "", core_ref)


class Generator(GenerateJsonSchema):
    """Names definitions after their classes in full, so that two of one name never become one."""

    def get_defs_ref(self, core_mode_ref):
        defs_ref = super().get_defs_ref(core_mode_ref)
        self._prioritized_defsref_choices[defs_ref] = [defs_ref]
        return defs_ref

    def generate(self, schema, mode="validation"):
        result = super().generate(schema, mode)
        result["names"] = {name: dotted(self.defs_to_core_refs[name][0]) for name in result.get("$defs", {})}
        return result


def kind_of(value):
    if issubclass(value, pydantic.BaseModel):
        return None if value is pydantic.BaseModel else "pydantic"
    if dataclasses.is_dataclass(value):
        return "dataclass"
    if typing_extensions.is_typeddict(value):
        return "typed_dict"
    if issubclass(value, enum.Enum):
        return "enum"
    return "named_tuple" if issubclass(value, tuple) and hasattr(value, "_fields") else None


def schema_of(value, kind):
    if kind == "pydantic":
        value.model_rebuild()
        return value.model_json_schema(schema_generator=Generator, mode=MODE)
    return pydantic.TypeAdapter(value).json_schema(schema_generator=Generator, mode=MODE)


def main():
    for value in classes_of(sys.argv[1]):
        kind = kind_of(value)
        if kind is None:
            continue
        entry = {"id": f"{value.__module__}.{value.__qualname__}", "kind": kind, "dynamic": is_dynamic(value)}
        try:
            entry["schema"] = schema_of(value, kind)
        except BaseException as error:
            entry["error"] = f"{type(error).__name__}: {error}".split("\n")[0][:300]
        print(json.dumps(entry))


main()
