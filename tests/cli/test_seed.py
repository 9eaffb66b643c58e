"""`grader seed show` prints what is read from a seed."""

import json
from pathlib import Path
from typing import get_args

import pytest

from grader.cli.options import ShapeName
from grader.rubric import SHAPES

from .conftest import Run


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "two-shapes.md"
    path.write_text("- how to scale? more servers\n\n1. what is a queue?\n\n   a line", "utf-8")
    return str(path)


def test_the_shapes_to_choose_are_those_that_are_read() -> None:
    assert get_args(ShapeName) == SHAPES


def test_a_seed_is_shown_with_shape_lines_and_references(grader: Run, file: str) -> None:
    out = grader("seed", "show", file, "--shape", "numbered").out
    assert out.splitlines() == [
        "two shapes",
        "two-shapes: 1 question, shape numbered",
        "",
        "    3  what is a queue?",
        "       a line",
    ]


def test_a_seed_in_json_has_every_field(grader: Run, file: str) -> None:
    shown = json.loads(grader("seed", "show", file, "--shape", "bullets", "--json").out)
    assert shown["shape"] == "bullets"
    (question,) = shown["questions"]
    assert set(question) == {"question", "reference", "slug", "line", "sha256", "weight"}


def test_a_fault_is_one_line_with_the_file_and_exit_code_2(grader: Run, file: str) -> None:
    refused = grader("seed", "show", file)
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith(f"Error: {file}:1: Are the questions the 1 `bullets` or the 1 `numbered`?")


def test_an_unknown_shape_is_wrong_use(grader: Run, file: str) -> None:
    assert grader("seed", "show", file, "--shape", "round").code == 2
