"""Print what attrs says of every class of a package, one JSON object a line: python dump_attributes.py PACKAGE"""

import json
import math
import sys
import warnings

warnings.simplefilter("ignore")

import attr
from packages import classes_of


def describe(one):
    entry = {"name": one.name, "required": one.default is attr.NOTHING}
    finite = not isinstance(one.default, float) or math.isfinite(one.default)
    if isinstance(one.default, (str, int, float, bool, type(None))) and finite and not entry["required"]:
        entry["default"] = one.default
    return entry


for value in classes_of(sys.argv[1]):
    if "__attrs_attrs__" in vars(value):
        attributes = [describe(one) for one in attr.fields(value)]
        print(json.dumps({"id": f"{value.__module__}.{value.__qualname__}", "attributes": attributes}))
