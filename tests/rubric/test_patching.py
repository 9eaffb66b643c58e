"""Add a phrase to the text of a rubric file."""

from pathlib import Path

import pytest

from grader.bootstrap import shipped_rubrics
from grader.errors import RubricError
from grader.rubric import Rubric, patched, read_model, read_rubric, with_phrase

SHIPPED = sorted((shipped_rubrics() / "backend-hiring-questions").glob("*.yaml"))
HEAD = "id: toy/one\nquestion: One?\nconcepts:\n  - id: it\n    source: it\n    expect: "
TAIL = "\n    feedback: Say more.\n    hint: What now?\n"


def rubric_of(tmp_path: Path, expect: str) -> tuple[str, Rubric]:
    (tmp_path / "one.yaml").write_text(HEAD + expect + TAIL, "utf-8")
    return HEAD + expect + TAIL, read_model(Rubric, tmp_path / "one.yaml", RubricError)


@pytest.mark.parametrize(
    ("expect", "new"),
    [
        ("queue", "queue | line up"),
        ('"queue | buffer"', '"queue | buffer | line up"'),
        ("'queue'", "'queue | line up'"),
        (">-\n      queue |\n      buffer", ">-\n      queue |\n      buffer | line up"),
        (">-\n      " + "x" * 110, ">-\n      " + "x" * 110 + "\n      | line up"),
        (
            "\n      any:\n        - queue\n        - avoid: sync",
            "\n      any:\n        - queue | line up\n        - avoid: sync",
        ),
    ],
)
def test_a_phrase_is_added_and_the_layout_kept(tmp_path: Path, expect: str, new: str) -> None:
    text, rubric = rubric_of(tmp_path, expect)
    assert patched(text, rubric, "it", "line up") == HEAD + new + TAIL


@pytest.mark.parametrize(
    "expect", ["{avoid: queue}", "{any: [queue, buffer]}", "queue  # a comment", "{prefer: aa, over: bb}"]
)
def test_what_cannot_be_added_is_left_to_a_person(tmp_path: Path, expect: str) -> None:
    text, rubric = rubric_of(tmp_path, expect)
    with pytest.raises(RubricError, match="by hand"):
        patched(text, rubric, "it", "line up")


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_list_of_phrases_of_the_shipped_files_can_grow(path: Path) -> None:
    text, rubric = path.read_text("utf-8"), read_rubric(path)
    for concept in rubric.concepts:
        if with_phrase(rubric, concept.id, "line up") is not None:
            assert "line up" in patched(text, rubric, concept.id, "line up")


def test_only_lists_of_phrases_grow(tmp_path: Path) -> None:
    _, rubric = rubric_of(tmp_path, "{all: [queue, buffer]}")
    assert with_phrase(rubric, "it", "line up") is None
    assert with_phrase(rubric, "nope", "line up") is None
