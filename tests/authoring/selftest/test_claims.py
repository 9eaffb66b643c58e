"""Mutants of single concepts."""

from grader.authoring.selftest import Notes
from grader.authoring.selftest.claims import claims
from grader.authoring.selftest.mutant import Mutant
from grader.rubric import Rubric
from tests.authoring.conftest import rubric_of

SAID_TOO = Notes.model_validate(
    {"within": [{"rubric": "how-to-scale", "concept": "queues", "also": ["servers"], "reason": "so it is"}]}
)


def of(rubric: Rubric, kind: str, concept: str, notes: Notes | None = None) -> list[Mutant]:
    return [m for m in claims(rubric, notes or Notes()) if (m.kind, m.about) == (kind, concept)]


def test_a_sentence_must_meet_its_concept_and_no_other(scale: Rubric) -> None:
    (sentence,) = of(scale, "sentence", "queues")
    assert sentence.text == "We should use queues."
    assert sentence.verdicts == {"servers": {"missed", "partial"}, "queues": {"met"}}


def test_what_is_said_too_is_not_looked_at(scale: Rubric) -> None:
    (sentence,) = of(scale, "sentence", "queues", SAID_TOO)
    assert sentence.verdicts == {"queues": {"met"}}
    assert of(scale, "dropped", "servers", SAID_TOO) == []


def test_a_denial_must_contradict(scale: Rubric) -> None:
    denied = of(scale, "denied", "queues")
    assert len(denied) > 2
    assert all(m.verdicts == {"queues": {"contradicted"}} for m in denied)


def test_what_is_left_out_must_be_missed(scale: Rubric) -> None:
    (dropped,) = of(scale, "dropped", "queues")
    assert dropped.text == "use more servers"
    assert dropped.verdicts == {"queues": {"missed"}}


def test_a_typing_slip_and_a_paraphrase_must_meet_it() -> None:
    it = {"source": "use diagrams", "expect": "diagrams", "paraphrases": ["Draw it."]}
    rubric = rubric_of("how", "How?", it)
    assert [m.text for m in of(rubric, "typo", "c0") + of(rubric, "paraphrase", "c0")] == [
        "We should use diagarms.",
        "Draw it.",
    ]
    assert of(rubric, "paraphrase", "c0")[0].verdicts == {"c0": {"met"}}
