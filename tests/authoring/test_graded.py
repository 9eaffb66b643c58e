"""Answers that were graded before."""

import json
from pathlib import Path

import pytest

from grader.authoring import Graded, read_graded
from grader.errors import FileFault
from grader.rubric import Rubric


def read(tmp_path: Path, *lines: str) -> tuple[tuple[Graded, ...], tuple[str, ...]]:
    (tmp_path / "out.jsonl").write_text("\n".join(lines), "utf-8")
    return read_graded(tmp_path / "out.jsonl")


def test_a_line_of_a_batch_is_read(tmp_path: Path) -> None:
    grade = {"rubric": "toy/how-to-scale", "mode": "notes"}
    row = {"id": 7, "rubric": "scale", "answer": "queues", "grade": grade, "error": None}
    answers, errors = read(tmp_path, json.dumps(row), "", '{"answer": "x", "grade": null}')
    assert answers == (Graded(1, "7", "toy/how-to-scale", "queues", "notes"), Graded(3, None, None, "x"))
    assert errors == ()


@pytest.mark.parametrize(
    "line",
    ["{", "[1]", "{}", '{"answer": 4}', '{"answer": "a", "mode": "song"}', '{"answer": "a\\u0000"}', "[" * 99_999],
)
def test_a_bad_line_is_named_and_the_rest_is_read(tmp_path: Path, line: str) -> None:
    answers, errors = read(tmp_path, line, '{"answer": "x"}')
    assert [answer.line for answer in answers] == [2]
    assert len(errors) == 1
    assert "out.jsonl:1: " in errors[0]


def test_bytes_that_are_no_text_are_a_bad_line(tmp_path: Path) -> None:
    (tmp_path / "out.jsonl").write_bytes(b'{"answer": "\xff"}\n{"answer": "x"}\n')
    answers, errors = read_graded(tmp_path / "out.jsonl")
    assert (len(answers), len(errors)) == (1, 1)


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileFault, match="cannot be read"):
        read_graded(tmp_path / "nope.jsonl")


def test_an_answer_belongs_to_the_rubric_it_names(scale: Rubric) -> None:
    assert Graded(1, None, "how-to-scale", "x").belongs_to(scale)
    assert Graded(1, None, None, "x").belongs_to(scale)
    assert not Graded(1, None, "toy/how-to-store", "x").belongs_to(scale)
