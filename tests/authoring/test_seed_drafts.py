"""A seed document to drafts of rubrics, with what lint finds in each."""

import tempfile
from pathlib import Path

import pytest

from grader.authoring import drafts_of
from grader.authoring.seed_drafts import MOST
from grader.bootstrap import library
from grader.errors import SeedError

BULLETS = b"- When to scale? use queues, add servers\n- How to test? prefer integration tests, avoid mocks\n"


def test_each_question_has_a_draft_that_lint_compares_with_its_seed() -> None:
    found = drafts_of(BULLETS, "mine.md", library())
    assert (found.seed.id, found.seed.shape) == ("mine", "bullets")
    first, second = found.drafts
    assert (first.id, first.points) == ("mine/when-to-scale", ("use queues", "add servers"))
    assert second.text.startswith("# yaml-language-server")
    assert not {"S002", "S003", "S004", "S005"} & {each.code for draft in found.drafts for each in draft.findings}


def test_the_shape_of_data_is_found_by_its_name_or_its_header() -> None:
    data = b"question,reference\nWhen to scale?,use queues\n"
    assert drafts_of(data, "mine.md", library()).seed.shape == "csv"
    assert drafts_of(b"When to scale?,use queues\n", "mine.csv", library()).seed.shape == "csv"


def test_a_fault_names_the_file_as_it_was_sent_and_the_line() -> None:
    with pytest.raises(SeedError) as caught:
        drafts_of(b"- When to scale?\n", "mine.md", library())
    assert str(caught.value).startswith("mine.md:1: ")


def test_a_question_with_too_many_points_is_told_and_the_others_are_drafted() -> None:
    many = "- How? " + ", ".join(f"topic{n}" for n in range(60))
    first, second = drafts_of(f"{many}\n- When? use queues\n".encode(), "mine.md", library()).drafts
    assert "a rubric holds 50" in first.error
    assert (first.text, first.findings) == ("", ())
    assert second.text


def test_of_many_questions_the_first_are_drafted() -> None:
    data = "".join(f"- When to do thing{n}? use queues\n" for n in range(MOST + 5)).encode()
    found = drafts_of(data, "mine.md", library())
    assert (len(found.drafts), len(found.seed.questions)) == (MOST, MOST + 5)


def test_nothing_stays_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    drafts_of(BULLETS, "mine.md", library())
    assert list(tmp_path.iterdir()) == []
