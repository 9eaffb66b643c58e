"""What a person has noted for the self-test."""

from pathlib import Path

import pytest

from grader.authoring.selftest import Notes, read_notes
from grader.errors import RubricError

TEXT = """overlaps:
  - {rubric: a, answer: b, concepts: {c: met}, score: 0.5, reason: both}
within:
  - {rubric: a, concept: c, also: [d], reason: one is the other}
accepted:
  - {rubric: a, mutant: Not c., reason: we live with it}
"""


def test_notes_are_read_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "toy.selftest.yaml").write_text(TEXT, "utf-8")
    notes = read_notes(tmp_path / "toy.selftest.yaml")
    overlap = notes.overlap("a", "b")
    assert overlap is not None
    assert (overlap.score, notes.overlap("b", "a")) == (0.5, None)
    assert notes.also("a", "c") == {"d"}
    assert (notes.reason("a", "Not c."), notes.reason("a", "Never c.")) == ("we live with it", None)


def test_without_notes_nothing_is_shared_or_accepted() -> None:
    assert Notes().overlap("a", "b") is None
    assert Notes().also("a", "c") == frozenset()


@pytest.mark.parametrize(
    ("old", "new", "line"), [("score: 0.5", "score: 7", 2), ("also: [d]", "also: []", 4), ("accepted", "forgiven", 6)]
)
def test_a_fault_names_file_and_line(tmp_path: Path, old: str, new: str, line: int) -> None:
    path = tmp_path / "toy.selftest.yaml"
    path.write_text(TEXT.replace(old, new), "utf-8")
    with pytest.raises(RubricError, match=rf"toy\.selftest\.yaml:{line}: "):
        read_notes(path)
