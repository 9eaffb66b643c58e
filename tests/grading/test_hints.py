"""What an interviewer may ask next."""

from grader.grading import Grading


def test_without_notes_every_concept_is_open(grading: Grading) -> None:
    assert {hint.state for hint in grading.hints("how-to-scale").hints} == {"open"}


def test_what_is_still_open_comes_first(grading: Grading) -> None:
    hints = grading.hints("how-to-scale", "more servers").hints
    assert [(hint.concept, hint.state) for hint in hints] == [("queues", "open"), ("scale-out", "covered")]


def test_in_notes_bare_terms_count_as_claims(grading: Grading) -> None:
    states = {hint.state for hint in grading.hints("how-to-scale", "more servers, queue").hints}
    assert states == {"covered"}
