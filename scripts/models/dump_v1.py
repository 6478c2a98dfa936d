"""Like dump.py, for a package on pydantic 1: python dump_v1.py PACKAGE"""

import enum
import json
import sys
import warnings

warnings.simplefilter("ignore")

from packages import classes_of, is_dynamic
from pydantic import BaseModel
from pydantic.schema import enum_process_schema, get_flat_models_from_model, model_process_schema


class Names(dict):
    """The name of a definition is the dotted name of its class."""

    def __missing__(self, model):
        return f"{model.__module__}.{model.__qualname__}"


def schema_of(value):
    if issubclass(value, enum.Enum):
        return enum_process_schema(value)
    get_flat_models_from_model(value)
    schema, _definitions, _nested = model_process_schema(value, model_name_map=Names(), ref_template="{model}")
    return schema


for value in classes_of(sys.argv[1]):
    is_model = issubclass(value, BaseModel) and value is not BaseModel
    if not is_model and not issubclass(value, enum.Enum):
        continue
    entry = {"id": f"{value.__module__}.{value.__qualname__}", "kind": "pydantic" if is_model else "enum"}
    entry["dynamic"] = is_dynamic(value)
    try:
        value.update_forward_refs() if is_model else None
        entry["schema"] = json.loads(json.dumps(schema_of(value), default=lambda v: v.__json__ if hasattr(v, "__json__") else str(v)))
    except BaseException as error:
        entry["error"] = f"{type(error).__name__}: {error}".split("\n")[0][:300]
    print(json.dumps(entry))
