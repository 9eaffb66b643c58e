"""The JSON Schemas of rubric and assessment files."""

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator

from grader.rubric import assessment_schema, json_schema, read_seed
from grader.rubric.yaml import read_yaml

ROOT = Path(__file__).parent.parent.parent
FILES = sorted((ROOT / "rubrics").glob("[!al]*/*.yaml"))
ASSESSMENTS = sorted((ROOT / "rubrics" / "assessments").glob("*.yaml"))


def test_the_committed_schemas_are_those_the_code_makes() -> None:
    assert json.loads((ROOT / "rubrics" / "rubric.schema.json").read_text("utf-8")) == json_schema()
    assert json.loads((ROOT / "rubrics" / "assessment.schema.json").read_text("utf-8")) == assessment_schema()


def test_the_schemas_are_draft_07_schemas() -> None:
    Draft7Validator.check_schema(json_schema())
    Draft7Validator.check_schema(assessment_schema())


def test_every_rubric_file_names_the_schema_and_fits_it() -> None:
    validator = Draft7Validator(json_schema())
    for path in FILES:
        text = path.read_text("utf-8")
        assert text.startswith("# yaml-language-server: $schema=../rubric.schema.json\n")
        data: Any = read_yaml(text, path=path.name).data
        data["source"]["line"] = int(data["source"]["line"])
        assert list(validator.iter_errors(data)) == []


def test_every_assessment_file_names_the_schema_and_fits_it() -> None:
    for path in ASSESSMENTS:
        text = path.read_text("utf-8")
        assert text.startswith("# yaml-language-server: $schema=../assessment.schema.json\n")
        assert list(Draft7Validator(assessment_schema()).iter_errors(read_yaml(text, path=path.name).data)) == []
    assert ASSESSMENTS


def test_every_question_of_the_seed_has_its_rubric() -> None:
    questions = read_seed(ROOT / "seeds" / "backend-hiring-questions.md").questions
    assert [question.slug for question in questions if not any(path.stem == question.slug for path in FILES)] == []
