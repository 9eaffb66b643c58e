"""Suggestions as a unified diff."""

from pathlib import Path

from grader.authoring import Suggestion, patch
from grader.rubric import read_rubric

TEXT = """id: toy/one
question: One?
concepts:
  - id: it
    source: it
    expect: queue
    feedback: Say more.
    hint: What now?
  - id: not
    source: avoid it
    expect: {avoid: queue}
    feedback: Say more.
    hint: What now?
"""


def test_the_diff_adds_each_phrase_and_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "toy" / "one.yaml"
    path.parent.mkdir()
    path.write_text(TEXT, "utf-8")
    found = [Suggestion("it", phrase, ("a",)) for phrase in ("line up", "wait in line")]
    changes, by_hand = patch(TEXT, read_rubric(path), [*found, Suggestion("not", "sync", ("b",))], name="toy/one.yaml")
    assert changes.splitlines()[:2] == ["--- a/toy/one.yaml", "+++ b/toy/one.yaml"]
    assert "+    expect: queue | line up | wait in line" in changes.splitlines()
    assert len(by_hand) == 1
    assert by_hand[0].startswith("not: ")


def test_without_suggestions_there_is_no_diff(tmp_path: Path) -> None:
    path = tmp_path / "toy" / "one.yaml"
    path.parent.mkdir()
    path.write_text(TEXT, "utf-8")
    assert patch(TEXT, read_rubric(path), [], name="x") == ("", ())
