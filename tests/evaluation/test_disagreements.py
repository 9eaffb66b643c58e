"""The largest disagreements, with their evidence."""

from grader.evaluation.disagreements import worst

from .factories import compared, scored


def test_the_further_apart_and_the_surer_the_larger() -> None:
    answers = [compared("cmx", "mpx"), compared("c", "m", confidence=0.99, line=2), compared("m", "p", confidence=0.5)]
    found = worst(answers, 3)
    assert [(one.line, one.concept, one.labelled, one.given, one.size) for one in found] == [
        (2, "c0", "contradicted", "met", 0.99),
        (1, "c0", "contradicted", "met", 0.9),
        (1, "c1", "met", "partial", 0.3),
    ]
    assert [span.text for span in found[0].evidence] == ["a"]
    assert found[0].answer == "an answer"


def test_an_answer_with_a_score_only_disagrees_by_its_score() -> None:
    found = worst(scored((0, 1, 0.5), (0, 0.25, 0.75)), 10)
    assert [(one.labelled, one.given, one.size, one.concept) for one in found] == [
        (1, 0.25, 0.75, None),
        (0.5, 0.75, 0.25, None),
    ]


def test_full_agreement_leaves_nothing_to_show() -> None:
    assert worst([compared("mx", "mx")], 10) == ()
