"""The JSON Schemas of the project's files, from which editors complete and check them."""

import ast
import inspect
import sys
from collections.abc import Callable, Mapping
from functools import cache
from itertools import pairwise
from typing import Any, get_args

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from argmap.files.record_kinds import ID, RECORDS
from argmap.files.yaml_records import adapter
from argmap.model.marks import names_in_files
from argmap.model.records import expand_expectations
from argmap.model.settings import Settings, expand_parts
from argmap.model.short_forms import expand_arguments, expand_stances, listed, texted
from argmap.model.vocabulary import StanceWord, VerdictWord

DRAFT = "https://json-schema.org/draft/2020-12/schema"
_SECTIONS = {
    "claims": "Statements somebody holds, by id.",
    "evidence": "What documents show, by id.",
    "schools": "Positions in the literature, by id.",
    "scholars": "Persons and bodies who hold claims, by id.",
    "events": "Things that happened, by id.",
    "expect": "The verdicts that the map's author expects, by claim.",
}


def json_schema() -> dict[str, Any]:
    """Make the JSON Schema of the YAML files: all kinds of record, short forms included."""
    inputs: list[Any] = [(kind, "validation", adapter(kind)) for kind in RECORDS]
    schemas, rest = TypeAdapter.json_schemas(inputs, schema_generator=_YamlSchema)
    sections = {
        kind: {
            **schemas[kind, "validation"],
            "type": ["object", "null"],
            "description": _SECTIONS[kind],
            "propertyNames": {"pattern": f"^{ID.pattern}$"},
        }
        for kind in RECORDS
    }
    return {
        "$schema": DRAFT,
        "$id": "argmap.schema.json",
        "title": "argmap project file",
        "description": "Claims, evidence, schools, scholars and events of an argument.",
        "type": ["object", "null"],
        "properties": sections,
        "additionalProperties": False,
        "$defs": rest["$defs"],
    }


def settings_schema() -> dict[str, Any]:
    """Make the JSON Schema of ``argmap.toml``."""
    found = TypeAdapter(Settings).json_schema(schema_generator=_FileSchema)
    head = {"$schema": DRAFT, "$id": "argmap-settings.schema.json", "title": "argmap.toml"}
    return {**head, **{key: value for key, value in found.items() if key != "title"}}


class _FileSchema(GenerateJsonSchema):
    """Describes what authors may write: short forms, and fields in the words of their docstrings."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def function_before_schema(self, schema: Any) -> JsonSchemaValue:
        inner = super().function_before_schema(schema)
        widen = _SHORT_FORMS.get(schema["function"]["function"])
        return widen(inner) if widen else inner

    def dataclass_schema(self, schema: Any) -> JsonSchemaValue:
        found = super().dataclass_schema(schema)
        texts = field_texts(schema["cls"])
        properties = {}
        for name, written in names_in_files(schema["cls"]).items():
            about = {"description": texts[name]} if name in texts else {}
            properties[written] = {**about, **found["properties"][written]}
        return {**found, "properties": properties, "additionalProperties": False}


class _YamlSchema(_FileSchema):
    """In YAML, a field left empty counts as left out."""

    def default_schema(self, schema: Any) -> JsonSchemaValue:
        found = super().default_schema(schema)
        default = {"default": found.pop("default")} if "default" in found else {}
        return {**_any_of(found, {"type": "null"}), **default}


@cache
def field_texts(cls: type) -> Mapping[str, str]:
    """Read the docstrings that stand under the fields of a class, on one line each."""
    module = sys.modules[cls.__module__]
    tree = ast.parse(inspect.getsource(module))
    bodies = (n.body for n in tree.body if isinstance(n, ast.ClassDef) and n.name == cls.__name__)
    body = next(bodies, [])
    found: dict[str, str] = {}
    for field, below in pairwise(body):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            text = getattr(getattr(below, "value", None), "value", None)
            if isinstance(below, ast.Expr) and isinstance(text, str):
                found[field.target.id] = " ".join(text.split())
    return found


def _any_of(*schemas: JsonSchemaValue) -> JsonSchemaValue:
    """Allow any of some schemas, nested choices laid flat and each kept once."""
    choices: list[JsonSchemaValue] = []
    for schema in schemas:
        for choice in schema["anyOf"] if schema.keys() == {"anyOf"} else [schema]:
            if choice not in choices:
                choices.append(choice)
    return {"anyOf": choices} if len(choices) > 1 else choices[0]


def _listed(inner: JsonSchemaValue) -> JsonSchemaValue:
    return _any_of(inner["items"], inner) if "items" in inner else inner


def _texted(inner: JsonSchemaValue) -> JsonSchemaValue:
    return {**inner, "type": ["string", "integer"]}


def _arguments(inner: JsonSchemaValue) -> JsonSchemaValue:
    entry = _any_of({"type": "string", "minLength": 1}, inner["items"])
    return _any_of(entry, {**inner, "items": entry})


def _stances(inner: JsonSchemaValue) -> JsonSchemaValue:
    word = {"enum": list(get_args(StanceWord)), "type": "string"}
    return {**inner, "additionalProperties": _any_of(word, inner["additionalProperties"])}


def _expectations(inner: JsonSchemaValue) -> JsonSchemaValue:
    word = {"enum": list(get_args(VerdictWord)), "type": "string"}
    entry = _any_of(word, inner["items"])
    return _any_of(entry, {**inner, "items": entry})


def _parts(inner: JsonSchemaValue) -> JsonSchemaValue:
    title = {"type": "string", "minLength": 1}
    return {**inner, "additionalProperties": _any_of(title, inner["additionalProperties"])}


_SHORT_FORMS: dict[Any, Callable[[JsonSchemaValue], JsonSchemaValue]] = {
    listed: _listed,
    texted: _texted,
    expand_arguments: _arguments,
    expand_stances: _stances,
    expand_expectations: _expectations,
    expand_parts: _parts,
}
"""What each short form allows besides the whole form."""
