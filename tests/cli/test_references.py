"""`grader grade --question Q --reference R` grades without a rubric."""

import json
from pathlib import Path

import pytest

from .conftest import Run

ASKED = ("--question", "What is a variable?")


def test_an_answer_is_graded_by_a_reference(grader: Run) -> None:
    code, out, err = grader("grade", *ASKED, "--reference", "A named place in memory.", "a place in memory", "--json")
    found = json.loads(out)
    assert (code, err, found["rubric"]) == (0, "", "reference/what-is-a-variable")
    assert 0 < found["score"] < 1
    assert found["concepts"][0]["source"] == "A named place in memory"


def test_of_several_references_the_best_counts(grader: Run, tmp_path: Path) -> None:
    file = tmp_path / "reference.txt"
    file.write_text("A name for a value.\n", encoding="utf-8")
    given = ("--reference", "A place in memory.", "--reference-file", str(file))
    assert json.loads(grader("grade", *ASKED, *given, "--json", stdin=b"A name for a value").out)["score"] == 1.0


@pytest.mark.parametrize(
    ("arguments", "advice"),
    [
        ((), "name a rubric, or give --question and --reference"),
        (ASKED, "give the reference answer with --reference too"),
        (("how-to-scale", *ASKED), "give the reference answer with --reference too"),
        (("--reference", "memory", "x"), "give the question with --question too"),
        (("how-to-scale", "x", *ASKED, "--reference", "memory"), "not both"),
        ((*ASKED, "--reference", "...", "x"), "The reference has no words"),
        ((*ASKED, "--reference-file", "missing.txt", "x"), "missing.txt: The file cannot be read"),
    ],
)
def test_wrong_use_says_what_to_give(grader: Run, arguments: tuple[str, ...], advice: str) -> None:
    code, out, err = grader("grade", *arguments)
    assert (code, out) == (2, "")
    assert advice in err


def test_a_reference_that_is_not_text_is_named(grader: Run, tmp_path: Path) -> None:
    file = tmp_path / "reference.txt"
    file.write_bytes(b"\xff\xfe")
    err = grader("grade", *ASKED, "--reference-file", str(file), "x").err
    assert "reference.txt: The reference is not UTF-8" in err
