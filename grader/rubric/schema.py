"""The JSON Schemas (draft-07) of rubric and assessment files, for editors."""

from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

from .assessment import Assessment
from .model import Rubric

DIALECT = "http://json-schema.org/draft-07/schema#"


class Draft07(GenerateJsonSchema):
    """Pydantic's schema generator with the draft-07 name of definitions."""

    schema_dialect = DIALECT


def json_schema() -> dict[str, Any]:
    """Return the schema of a rubric file."""
    return _schema_of(Rubric)


def assessment_schema() -> dict[str, Any]:
    """Return the schema of an assessment file."""
    return _schema_of(Assessment)


def _schema_of(model: type[BaseModel]) -> dict[str, Any]:
    schema = model.model_json_schema(ref_template="#/definitions/{model}", schema_generator=Draft07)
    definitions = schema.pop("$defs")
    return {"$schema": DIALECT, **schema, "definitions": definitions}
