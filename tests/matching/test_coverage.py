"""How much of a reference an answer covers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.matching import ConceptMatch, content_of, cover
from grader.matching.coverage import confidence, verdict
from tests.factories import make_rubric

QUESTION = "What is a variable in a program?"
REFERENCE = "A location in memory that can store a value"
CONTENT = content_of(make_rubric({"it": "anything"}, question=QUESTION, source=REFERENCE))


def covered(answer: str) -> ConceptMatch:
    return cover(CONTENT, ("it",), answer)[0]


def test_the_reference_is_covered_whole_and_other_words_are_not() -> None:
    assert (covered(REFERENCE).coverage, covered(REFERENCE).verdict) == (1.0, "met")
    assert (covered("pointers everywhere").coverage, covered("").coverage) == (0.0, 0.0)


def test_the_question_repeated_covers_nothing() -> None:
    assert covered(QUESTION).coverage == 0.0


def test_more_of_the_reference_is_more_coverage() -> None:
    few, more, most = (covered(text).coverage for text in ("memory", "memory location", "stores values in memory"))
    assert 0 < few < more < most < 1


def test_a_typing_slip_covers_a_little_less() -> None:
    assert 0 < covered("memmory").coverage < covered("memory").coverage


def test_evidence_is_the_answers_own_words() -> None:
    answer = "It is some MEMORY, I think; so one can later find the value there."
    found = covered(answer)
    assert [span.text for span in found.evidence] == ["MEMORY", "value"]
    assert all(answer[span.start : span.end] == span.text for span in found.evidence)


def test_function_words_are_evidence_only_where_nothing_else_is() -> None:
    assert [span.text for span in covered("that can").evidence] == ["that can"]


@pytest.mark.parametrize(
    ("coverage", "expected"),
    [(1.0, ("met", None)), (0.5, ("partial", "incomplete")), (0.1, ("missed", None))],
)
def test_a_verdict_names_the_coverage(coverage: float, expected: tuple[str, str | None]) -> None:
    assert verdict(coverage) == expected


def test_much_and_nothing_are_surer_than_the_middle() -> None:
    assert confidence(0.0) >= 0.7 > confidence(0.5)
    assert confidence(1.0) >= 0.7 > confidence(0.7)


def test_a_denial_that_the_reference_does_not_hold_makes_the_verdict_unsure() -> None:
    denied, said_elsewhere = covered(f"not {REFERENCE}"), covered(f"{REFERENCE}. I am not sure")
    assert denied.confidence < 0.7 <= said_elsewhere.confidence


@given(st.text(max_size=200), st.text(max_size=50))
def test_more_words_never_lower_the_coverage(answer: str, more: str) -> None:
    alone = covered(answer).coverage
    assert 0 <= alone <= 1
    assert covered(f"{answer}\n{more}").coverage >= alone or QUESTION.split()[0].lower() in answer.lower()
