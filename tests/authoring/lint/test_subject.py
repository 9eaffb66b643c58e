"""A subject reads texts aloud, as answers that may echo the question and may ask."""

from grader.authoring.lint.page import Page
from grader.authoring.lint.subject import Subject, subject
from grader.rubric import EMPTY
from grader.rubric.yaml import Document
from tests.factories import make_rubric


def ready() -> Subject:
    rubric = make_rubric({"it": "more servers | queue", "other": {"avoid": "mocks"}}, "How to scale out servers?")
    return subject(Page("p.yaml", (), Document(None, {(): 1})), rubric, EMPTY, None)


def test_its_phrases_are_found_by_their_text() -> None:
    assert set(ready().sayings) == {"more servers", "queue", "mocks"}


def test_a_question_read_aloud_counts_as_a_claim() -> None:
    assert ready().aloud("Would you add more servers?")[0].verdict == "met"


def test_a_finding_within_a_concept_names_the_concept() -> None:
    found = ready().finding("P002", ("concepts", 1, "expect"), "m")
    assert found.concept == "other"
    assert ready().finding("S004", ("question",), "m").concept is None


def test_without_a_seed_nothing_is_asked() -> None:
    assert ready().asked is None
