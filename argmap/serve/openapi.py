"""The description of the JSON answers: an OpenAPI 3.1 document made from the shapes themselves."""

import json
from functools import cache
from importlib.metadata import version
from typing import Any

from pydantic import TypeAdapter

from argmap.serve.json_api import OPERATIONS, Operation
from argmap.serve.shapes import TroubleData

_SCHEMA = "#/components/schemas/{model}"


@cache
def openapi_text() -> str:
    """Give the document as JSON."""
    return json.dumps(openapi_document(), ensure_ascii=False, indent=1)


def openapi_document() -> dict[str, Any]:
    """Describe every operation, with the schema of its answer."""
    shapes: dict[str, Any] = {operation.shape.__name__: operation.shape for operation in OPERATIONS.values()}
    shapes[TroubleData.__name__] = TroubleData
    of_each, shared = TypeAdapter.json_schemas(
        [(name, "serialization", TypeAdapter(shape)) for name, shape in shapes.items()],
        ref_template=_SCHEMA,
    )
    schemas = dict(shared.get("$defs", {}))
    for (name, _), schema in of_each.items():
        schemas.setdefault(str(name), schema)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "argmap",
            "version": version("argmap"),
            "description": "The argument of one project: what its commands give as JSON.",
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": "/api"}],
        "paths": {
            operation.path: {"get": _operation(name, operation)} for name, operation in OPERATIONS.items()
        },
        "components": {"schemas": dict(sorted(schemas.items()))},
    }


def _operation(name: str, operation: Operation) -> dict[str, Any]:
    parameters: list[dict[str, Any]] = []
    responses = {"200": _response("The answer.", operation.shape.__name__)}
    if "{id}" in operation.path:
        parameters.append({"name": "id", "in": "path", "required": True, "schema": {"type": "string"}})
        responses["404"] = _response("There is no such record.", TroubleData.__name__)
    for asked, schema in operation.parameters.items():
        told = {key: value for key, value in schema.items() if key != "description"}
        parameters.append(
            {
                "name": asked,
                "in": "query",
                "required": False,
                "description": schema["description"],
                "schema": told,
            }
        )
    if operation.parameters:
        responses["400"] = _response("A parameter does not fit.", TroubleData.__name__)
        responses["404"] = _response("There is no such record.", TroubleData.__name__)
    return {
        "operationId": name,
        "summary": operation.summary,
        "parameters": parameters,
        "responses": dict(sorted(responses.items())),
    }


def _response(description: str, shape: str) -> dict[str, Any]:
    schema = {"$ref": _SCHEMA.format(model=shape)}
    return {"description": description, "content": {"application/json": {"schema": schema}}}
