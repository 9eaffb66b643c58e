"""`grader rubric` lists rubrics, shows one, and prints the schema of their files."""

import json

from grader.rubric import json_schema

from .conftest import Run


def test_the_list_in_json_has_id_question_hash_and_number_of_concepts(grader: Run) -> None:
    listed = json.loads(grader("rubric", "list", "--json").out)["rubrics"]
    toy = next(item for item in listed if item["id"] == "toy/how-to-scale")
    assert set(toy) == {"id", "question", "hash", "concepts"}
    assert (toy["question"], toy["concepts"]) == ("How to scale?", 2)


def test_the_list_is_one_line_a_rubric(grader: Run) -> None:
    assert "toy/how-to-scale  (2)  How to scale?" in grader("rubric", "list").out.splitlines()


def test_a_rubric_is_shown_with_its_concepts(grader: Run) -> None:
    out = grader("rubric", "show", "how-to-scale").out
    assert "scale-out (weight 1, required)" in out
    assert "Traffic doubles. What now?" in out


def test_a_rubric_in_json_carries_its_hash(grader: Run) -> None:
    shown = json.loads(grader("rubric", "show", "how-to-scale", "--json").out)
    assert shown["hash"].startswith("sha256:")
    assert [concept["id"] for concept in shown["concepts"]] == ["scale-out", "queues"]


def test_the_schema_is_that_of_rubric_files(grader: Run) -> None:
    assert json.loads(grader("rubric", "schema").out) == json_schema()
