"""Agreement of some answers: verdicts where they are labelled, scores where they are."""

from grader.evaluation.agreement import agreement, verdict_sums
from grader.evaluation.verdicts import confusion

from .factories import compared, scored


def test_an_answer_without_a_labelled_score_counts_for_verdicts_only() -> None:
    found = agreement([compared("mx", "mm", score=0.5, graded=1.0), compared("m", "m")])
    assert (found.rows, found.verdicts["accuracy"].n, found.scores["mae"].n) == (2, 3, 1)
    assert found.scores["mae"].value == 0.5


def test_an_answer_without_labelled_verdicts_counts_for_scores_only() -> None:
    found = agreement(scored((0, 1), (0, 1)))
    assert (found.verdicts["accuracy"].value, found.verdicts["accuracy"].n) == (None, 0)
    assert found.scores["pearson"].value == 1.0


def test_the_interval_holds_the_value_and_follows_from_the_seed() -> None:
    answers = [compared("mmx", "mmm" if n % 3 else "mmx") for n in range(30)]
    first = agreement(answers, seed=3).verdicts["accuracy"]
    assert (first.low or 1) < (first.value or 0) < (first.high or 0)
    assert first == agreement(answers, seed=3).verdicts["accuracy"]


def test_of_no_answers_there_is_agreement_on_nothing() -> None:
    found = agreement([])
    assert {one.n for one in (*found.verdicts.values(), *found.scores.values())} == {0}
    assert confusion(verdict_sums([])) == [[0] * 4] * 4
