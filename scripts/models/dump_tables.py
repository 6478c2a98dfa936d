"""Print what SQLAlchemy itself says of every mapped class and table of a package, one JSON object a line.

    python dump_tables.py PACKAGE
"""

import json
import sys
import warnings

warnings.simplefilter("ignore")

from packages import classes_of, modules_of
from sqlalchemy import Table, UniqueConstraint, inspect


def describe(table, columns):
    unique = [sorted(c.name for c in one.columns) for one in table.constraints if isinstance(one, UniqueConstraint)]
    return {
        "name": table.name,
        "columns": [
            {"name": column.name, "type": type(column.type).__name__, "nullable": bool(column.nullable)}
            for column in columns
        ],
        "primaryKey": sorted(column.name for column in table.primary_key.columns),
        "foreignKeys": sorted(
            [sorted(c.name for c in key.columns), sorted(element.target_fullname for element in key.elements)]
            for key in table.foreign_key_constraints
        ),
        "unique": sorted(unique + [sorted(c.name for c in index.columns) for index in table.indexes if index.unique]),
        "indexes": sorted(sorted(c.name for c in index.columns) for index in table.indexes if not index.unique),
    }


def main():
    package = sys.argv[1]
    for value in classes_of(package):
        mapper = inspect(value, raiseerr=False)
        if mapper is None or getattr(mapper, "local_table", None) is None:
            continue
        single = mapper.inherits is not None and mapper.inherits.local_table is mapper.local_table
        entry = {"id": f"{value.__module__}.{value.__qualname__}", "single": single}
        entry["table"] = describe(mapper.local_table, mapper.local_table.columns)
        entry["relationships"] = sorted(
            [one.key, f"{one.mapper.class_.__module__}.{one.mapper.class_.__qualname__}", bool(one.uselist)]
            for one in mapper.relationships
        )
        print(json.dumps(entry))
    for module in modules_of(package):
        for name, value in vars(module).items():
            if isinstance(value, Table):
                table = describe(value, value.columns)
                print(json.dumps({"id": f"{module.__name__}.{name}", "table": table, "relationships": []}))


main()
