"""The JSON Schema (draft-07) of a rubric file, for editors."""

from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from .model import Rubric

DIALECT = "http://json-schema.org/draft-07/schema#"


class Draft07(GenerateJsonSchema):
    """Pydantic's schema generator with the draft-07 name of definitions."""

    schema_dialect = DIALECT


def json_schema() -> dict[str, Any]:
    """Return the schema of a rubric file."""
    schema = Rubric.model_json_schema(ref_template="#/definitions/{model}", schema_generator=Draft07)
    definitions = schema.pop("$defs")
    return {"$schema": DIALECT, **schema, "definitions": definitions}
