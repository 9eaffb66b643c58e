"""Agreement on each concept."""

from grader.evaluation import concept_agreement

from .factories import compared


def test_a_concept_has_its_figures_with_intervals_and_who_is_kinder() -> None:
    answers = [compared("mx", "mm"), compared("mx", "mx"), compared("mm", "xm"), compared("mm", "mm")]
    first, second = concept_agreement(answers)
    assert (first.concept, first.source, first.n) == ("c0", "source of c0", 4)
    assert (first.same.value, first.same.n, first.too_high, first.too_low) == (0.75, 4, 0, 1)
    assert (first.labelled_met, first.given_met) == (1.0, 0.75)
    assert (second.too_high, second.too_low, second.kappa.value) == (1, 0, 0.5)
    assert first.same.low is not None
    assert first.same.low < 0.75


def test_most_disagreements_come_first_and_answers_without_verdicts_count_for_none() -> None:
    answers = [compared("mxm", "mxx"), compared("mxm", "mmx"), compared(score=0.5, graded=1)]
    assert [each.concept for each in concept_agreement(answers)] == ["c2", "c1", "c0"]
    assert concept_agreement([compared(score=0.5)]) == ()
