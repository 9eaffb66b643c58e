"""A rubric as it is being written: checked, tried, and compared with the version in force."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from grader.access import LOCAL
from grader.authoring import Change
from grader.bootstrap import Serving, serving
from grader.errors import UnknownRubric
from grader.grading import GradeRequest
from grader.rubric import Rubric
from grader.settings import Settings
from grader.web.editing import (
    NEW,
    Draft,
    base_of,
    by_concept,
    is_reviewed,
    look,
    opened,
    phrases_of,
    review,
)

CACHE = "backend-hiring-questions/when-to-use-cache"


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Serving]:
    found = serving(Settings(data_dir=tmp_path))
    yield found
    found.close()


def rubric(services: Serving, text: str) -> Rubric:
    found = look(services, LOCAL, Draft(text)).checked.rubric
    assert found is not None
    return found


def published(services: Serving, text: str) -> Rubric:
    found = rubric(services, text)
    services.kept.publishing.add_rubric(LOCAL, found)
    return found


def keep(services: Serving, answer: str) -> None:
    grading = services.kept.shelves.grading(LOCAL.tenant)
    grade = grading.grade(GradeRequest("my-questions/when-to-use-an-index", answer, external_id=answer[:20]))
    services.kept.keeping.keep(LOCAL, answer, grade, grading.basis(grade))


def test_what_a_new_rubric_begins_with_is_a_rubric_without_an_error(services: Serving) -> None:
    found = look(services, LOCAL, Draft(NEW))
    assert found.file == "when-to-use-an-index.yaml"
    assert [each.code for each in found.checked.findings if each.severity != "note"] == []


def test_a_file_is_opened_as_it_is_written_and_what_was_sent_as_it_is_kept(services: Serving) -> None:
    first = opened(services, LOCAL, CACHE)
    assert first.text == services.rubrics.path(CACHE).read_text("utf-8")
    published(services, first.text.replace("question:", "# mine\nquestion:").replace("cache?", "a cache?"))
    again = opened(services, LOCAL, CACHE)
    assert "a cache?" in again.text
    assert "# mine" not in again.text
    assert again.base != first.base
    with pytest.raises(UnknownRubric):
        opened(services, LOCAL, "no/such")


def test_a_text_that_is_no_rubric_says_where_and_what_to_do(services: Serving) -> None:
    found = look(services, LOCAL, Draft("id: a/b\nquestion: [\n", "an answer")).checked
    assert (found.rubric, found.line) == (None, 3)
    assert "Check the indentation" in found.findings[0].message


def test_an_answer_is_graded_by_the_draft_and_not_by_what_is_in_force(services: Serving) -> None:
    published(services, NEW)
    draft = Draft(NEW.replace("slower write", "sluggish inserts"), "Sluggish inserts.")
    tried = look(services, LOCAL, draft)
    assert tried.grade is not None
    assert [each.verdict for each in tried.grade.concepts] == ["missed", "met"]


@pytest.mark.parametrize(
    ("text", "answer", "fault"),
    [
        (NEW, "x" * 20_001, "at most 20,000"),
        (NEW.replace("concepts:", "lexicon: none-such\nconcepts:"), "x", "no lexicon"),
    ],
)
def test_an_answer_that_cannot_be_tried_says_why(services: Serving, text: str, answer: str, fault: str) -> None:
    found = look(services, LOCAL, Draft(text, answer))
    assert found.grade is None
    assert fault in found.fault


def test_a_review_shows_changes_and_the_past_grades_that_would_flip(services: Serving) -> None:
    published(services, NEW)
    keep(services, "Frequent lookups.")
    keep(services, "Each insert gets slower.")
    text = NEW.replace(" | insert gets slower", "")
    found = review(
        services, LOCAL, opened(services, LOCAL, "my-questions/when-to-use-an-index"), rubric(services, text)
    )
    assert (found.number, found.new, found.same, found.moved) == (2, False, False, False)
    assert [(each.what, each.old) for each in found.changes] == [("phrase removed", "insert gets slower")]
    assert [(each.external_id, each.old, each.new) for each in found.flips] == [("Each insert gets slo", 0.5, 0.0)]


def test_a_review_of_a_new_rubric_and_of_one_that_says_the_same(services: Serving) -> None:
    new = review(services, LOCAL, Draft(NEW), rubric(services, NEW))
    assert (new.number, new.new, new.same, new.changes, new.flips) == (1, True, False, (), ())
    published(services, NEW)
    assert review(services, LOCAL, Draft(NEW), rubric(services, NEW)).same


def test_of_many_flips_the_first_are_shown_and_that_there_are_more(
    services: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("grader.web.editing.MOST_FLIPS", 2)
    published(services, NEW)
    for number in range(3):
        keep(services, f"Each insert gets slower, {number}.")
    found = review(services, LOCAL, Draft(NEW), rubric(services, NEW.replace(" | insert gets slower", "")))
    assert (len(found.flips), found.more) == (2, True)


def test_grades_are_looked_at_in_pages_to_the_last(services: Serving, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("grader.web.editing.MOST_GRADES", 2)
    published(services, NEW)
    for number in range(5):
        keep(services, f"Each insert gets slower, {number}.")
    other, older, seen = rubric(services, NEW.replace(" | insert gets slower", "")), "", []
    for _ in range(3):
        found = review(services, LOCAL, Draft(NEW), other, older)
        seen.append((found.first, found.last, len(found.flips)))
        older = found.older
    assert (seen, older) == ([(1, 2, 2), (3, 4, 2), (5, 5, 1)], "")


@pytest.mark.parametrize(
    "older", ["x", "1 2 3", "5 2026-01-31T12:00:00+00:00 a\0", "x 2026-01-31 grd_1", "1 0001-01-01T00:00:00+23:59 g"]
)
def test_a_place_that_is_none_is_the_beginning(services: Serving, older: str) -> None:
    published(services, NEW)
    keep(services, "Each insert gets slower.")
    found = review(services, LOCAL, Draft(NEW), rubric(services, NEW), older)
    assert (found.first, found.last) == (1, 1)


def test_only_the_content_that_was_reviewed_against_the_version_in_force_counts_as_seen(services: Serving) -> None:
    mine = published(services, NEW)
    text = NEW.replace("slower write", "slow write")
    changed = rubric(services, text)
    begun = Draft(text, base=base_of(services, LOCAL, mine))
    seen = replace(begun, reviewed=review(services, LOCAL, begun, changed).hash)
    assert is_reviewed(services, LOCAL, seen, changed)
    assert not is_reviewed(services, LOCAL, seen, mine)
    published(services, NEW.replace("the price", "its price"))
    assert not is_reviewed(services, LOCAL, seen, changed)
    assert review(services, LOCAL, seen, changed).moved


def test_the_phrases_that_went_and_came_are_one_row() -> None:
    changes = (Change("a", "phrase removed", "x"), Change("a", "phrase added", None, "y"), Change("a", "weight"))
    assert list(phrases_of(changes)) == [("phrases", ("x",), ("y",))]
    assert next(phrases_of((Change("a", "partly added", None, "z"),)))[1:] == ((), ("z",))


def test_changes_come_by_concept_in_their_order() -> None:
    one, two, three = Change("a", "weight"), Change(None, "question"), Change("a", "hint")
    assert list(by_concept((one, two, three))) == [("a", (one, three)), (None, (two,))]
