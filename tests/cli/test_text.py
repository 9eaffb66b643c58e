"""The answer comes from an argument, a file or standard input, and is bounded before it is read."""

from pathlib import Path

import pytest

from grader.cli.text import MOST_BYTES
from grader.grading import LONGEST

from .conftest import Run


@pytest.mark.parametrize("dash", [(), ("-",)])
def test_an_answer_is_read_from_standard_input(grader: Run, dash: tuple[str, ...]) -> None:
    assert "[2:queues]" in grader("grade", "how-to-scale", *dash, stdin="é queues\n".encode()).out


def test_an_answer_is_read_from_a_file_without_its_byte_order_mark(grader: Run, tmp_path: Path) -> None:
    (tmp_path / "answer.txt").write_bytes(b"\xef\xbb\xbfqueues\r\n")
    out = grader("grade", "how-to-scale", "--file", str(tmp_path / "answer.txt"), "--json").out
    assert '"start": 0' in out


def test_no_bytes_are_read_that_could_not_be_graded() -> None:
    assert MOST_BYTES == 4 * LONGEST


@pytest.mark.parametrize(
    ("stdin", "says"),
    [
        (b"fine until \xff", "not UTF-8 at byte 11"),
        (b"a" * (MOST_BYTES + 1), "larger than 80,000 bytes"),
        (b"a" * (LONGEST + 1), "at most 20,000"),
        (b"a\0b", "NUL"),
    ],
)
def test_text_that_cannot_be_graded_is_refused_in_one_line(grader: Run, stdin: bytes, says: str) -> None:
    code, out, err = grader("grade", "how-to-scale", "-", stdin=stdin)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert says in err


@pytest.mark.parametrize("name", ["missing.txt", "."])
def test_a_file_that_cannot_be_read_is_named(grader: Run, tmp_path: Path, name: str) -> None:
    code, _, err = grader("grade", "how-to-scale", "--file", str(tmp_path / name))
    assert code == 2
    assert "The file cannot be read (" in err
    assert str(tmp_path) in err


def test_text_and_a_file_at_once_are_refused(grader: Run) -> None:
    code, _, err = grader("grade", "how-to-scale", "queues", "--file", "x")
    assert code == 2
    assert "not both" in err
