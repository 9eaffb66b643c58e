"""Labelled answers of a file."""

import json
from pathlib import Path
from typing import Any

import pytest

from grader.authoring import Labelled, read_labels
from grader.errors import FileFault
from grader.rubric import Rubric

ROW: dict[str, Any] = {"id": "a", "rubric": "how-to-scale", "answer": "x", "units": {"use queues": "met"}}


def read(
    tmp_path: Path, scale: Rubric, *rows: object
) -> tuple[tuple[Labelled, ...], tuple[Labelled, ...], tuple[str, ...]]:
    text = "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows)
    (tmp_path / "labels.jsonl").write_text(text, "utf-8")
    return read_labels(tmp_path / "labels.jsonl", scale, ["how-to-store", "how-to-scale"])


def test_a_verdict_goes_with_the_concept_whose_source_or_id_it_names(tmp_path: Path, scale: Rubric) -> None:
    ours, _, _ = read(tmp_path, scale, ROW | {"units": {"use  queues": "met", "servers": "partial"}})
    assert ours == (Labelled("a", "x", {"servers": "partial", "queues": "met"}),)


def test_the_question_may_be_its_place_in_the_seed(tmp_path: Path, scale: Rubric) -> None:
    rows: list[dict[str, Any]] = [{"q": q, "answer": f"{q}", "units": {}} for q in (1, 2)]
    ours, others, errors = read(tmp_path, scale, *rows)
    assert [row.name for row in ours] == ["line 2"]
    assert [row.answer for row in others] == ["1"]
    assert errors == ()


@pytest.mark.parametrize(
    "row",
    [
        "{",
        "[]",
        {"answer": "x"},
        ROW | {"answer": 4},
        ROW | {"units": {"use queues": "great"}},
        {"q": 9, "answer": "x", "units": {}},
        {"q": "1", "answer": "x", "units": {}},
    ],
)
def test_a_bad_line_is_named_and_the_rest_is_read(tmp_path: Path, scale: Rubric, row: object) -> None:
    ours, _, errors = read(tmp_path, scale, row, ROW)
    assert len(ours) == 1
    assert len(errors) == 1
    assert "labels.jsonl:1: " in errors[0]


def test_a_missing_file_is_an_error(tmp_path: Path, scale: Rubric) -> None:
    with pytest.raises(FileFault):
        read_labels(tmp_path / "nope", scale, [])
