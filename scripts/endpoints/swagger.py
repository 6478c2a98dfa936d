"""Print `api.__schema__` of a Flask-RESTX application in the words of OpenAPI 3: a JSON list of [prefix, document].

Usage: swagger.py TARGET, where TARGET is `module:function`, which gives the application and whose
module calls the API `api`.
"""

import importlib
import json
import sys

KEPT = ("name", "in", "required", "description")
FORM = {False: "application/x-www-form-urlencoded", True: "multipart/form-data"}


def located(value):
    if isinstance(value, dict):
        return {
            key: part.replace("#/definitions/", "#/components/schemas/") if key == "$ref" else located(part)
            for key, part in value.items()
        }
    return [located(one) for one in value] if isinstance(value, list) else value


def typed(parameter: dict) -> dict:
    if parameter.get("type") == "file":
        return {"type": "string", "format": "binary"}
    schema = {key: value for key, value in parameter.items() if key not in (*KEPT, "collectionFormat")}
    # Werkzeug's converter takes no sign, which Flask-RESTX does not say.
    return {"minimum": 0, **schema} if parameter["in"] == "path" and schema.get("type") == "integer" else schema


def body(parameters: list):
    for one in parameters:
        if one["in"] == "body":
            return {"required": one.get("required", False), "content": {"application/json": {"schema": one["schema"]}}}
    fields = [one for one in parameters if one["in"] == "formData"]
    if not fields:
        return None
    schema = {
        "type": "object",
        "properties": {one["name"]: typed(one) for one in fields},
        "required": [one["name"] for one in fields if one.get("required")],
    }
    return {"content": {FORM[any(one.get("type") == "file" for one in fields)]: {"schema": schema}}}


def operation(shared: list, one: dict) -> dict:
    own = one.get("parameters", [])
    named = {(parameter["name"], parameter["in"]) for parameter in own}
    parameters = [parameter for parameter in shared if (parameter["name"], parameter["in"]) not in named] + own
    found = {key: one[key] for key in ("tags", "summary", "description", "operationId", "deprecated") if key in one}
    found["parameters"] = [
        {**{key: parameter[key] for key in KEPT if key in parameter}, "schema": typed(parameter)}
        for parameter in parameters
        if parameter["in"] not in ("body", "formData")
    ]
    request = body(parameters)
    if request:
        found["requestBody"] = request
    found["responses"] = {
        code: {
            "description": response.get("description", ""),
            **({"content": {"application/json": {"schema": response["schema"]}}} if "schema" in response else {}),
        }
        for code, response in one["responses"].items()
    }
    return found


def main() -> None:
    module, _, attribute = sys.argv[1].partition(":")
    app = getattr(importlib.import_module(module), attribute.removesuffix("()"))()
    with app.test_request_context():
        swagger = located(importlib.import_module(module).api.__schema__)
    paths = {}
    for path, item in swagger["paths"].items():
        shared = item.pop("parameters", [])
        paths[path] = {method: operation(shared, one) for method, one in item.items()}
    document = {"paths": paths, "components": {"schemas": swagger.get("definitions", {})}}
    print(json.dumps([[swagger["basePath"].rstrip("/"), document]]))


main()
