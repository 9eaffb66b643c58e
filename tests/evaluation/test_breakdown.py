"""Agreement by concept, by question, by groups."""

import pytest

from grader.evaluation.breakdown import by_concept, by_group, by_question, group_of, height

from .factories import compared, pairs, scored


def test_the_concept_that_agrees_least_comes_first_and_the_direction_is_told() -> None:
    found = by_concept([compared("mx", "mm"), compared("mm", "mx"), compared("mc", "mm")])
    assert [(one.concept, one.n, one.accuracy, one.too_high, one.too_low) for one in found] == [
        ("c1", 3, 0.0, 2, 1),
        ("c0", 3, 1.0, 0, 0),
    ]
    assert found[0].source == "source of c1"


def test_a_question_tells_its_mean_scores() -> None:
    (found,) = by_question([compared("m", "x", score=1.0, graded=0.5), compared("m", "m", score=0.5, graded=0.5)])
    assert (found.question, found.rows, found.n, found.accuracy) == ("toy/toy", 2, 2, 0.5)
    assert (found.labelled, found.given, found.mae) == (0.75, 0.5, 0.25)


def test_without_labels_of_a_kind_a_question_tells_none() -> None:
    (of_scores,) = by_question(scored((0,), (1,)))
    (of_verdicts,) = by_question([compared("m", "m")])
    assert of_scores.accuracy is None
    assert (of_verdicts.labelled, of_verdicts.mae) == (None, None)


def test_answers_are_grouped_by_kind_question_and_half() -> None:
    answers = [compared("m", "m", kind="terse"), compared("m", "x", kind="long"), compared("m", "m", kind="")]
    found = by_group(answers, "kind", seed=0, rounds=10)
    assert {name: one.verdicts["accuracy"].value for name, one in found.items()} == {
        "(none)": 1.0,
        "long": 0.0,
        "terse": 1.0,
    }
    assert group_of(answers[0], "question") == "toy/toy"
    assert group_of(answers[0], "half") == answers[0].row.half


def test_a_question_whose_rubric_was_built_is_known_by_its_own_name() -> None:
    assert group_of(compared(score=1, question="1.2", references=("r",)), "question") == "1.2"


@pytest.mark.parametrize(("labelled", "given", "steps"), [("c", "m", 3), ("m", "p", -1), ("x", "x", 0)])
def test_the_height_of_a_verdict_is_how_much_kinder_it_is(labelled: str, given: str, steps: int) -> None:
    assert height(pairs(labelled, given)[0]) == steps
