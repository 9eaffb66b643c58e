"""From verdicts to a score."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.grading.scoring import Mark, credit, score, score_range, unsure_share

marks = st.lists(
    st.builds(Mark, st.floats(0.1, 10), st.sampled_from([0.0, 0.25, 0.5, 1.0]), st.just(False), st.booleans()),
    min_size=1,
    max_size=8,
)


def test_the_credits_are_those_of_the_design() -> None:
    assert credit("met", None) == 1
    assert credit("partial", "incomplete") == 0.5
    assert credit("partial", "named_only") == 0.25
    assert credit("missed", None) == credit("contradicted", None) == 0


def test_the_score_is_the_weighted_mean_of_credits() -> None:
    assert score([Mark(3, 1.0), Mark(1, 0.0)]) == 0.75


def test_with_enough_surplus_counts_no_more_than_full_marks() -> None:
    assert score([Mark(1, 1.0), Mark(1, 1.0), Mark(1, 0.0)], 2) == 1


def test_with_enough_surplus_cannot_buy_back_a_contradiction() -> None:
    assert score([Mark(1, 1.0), Mark(1, 1.0), Mark(1, 0.0, contradicted=True)], 2) == 0.5


def test_the_range_puts_each_unsure_concept_at_nothing_and_at_all() -> None:
    assert score_range([Mark(1, 1.0), Mark(1, 0.5, sure=False)]) == (0.5, 1.0)


def test_the_unsure_share_is_by_weight() -> None:
    assert unsure_share([Mark(3, 1.0), Mark(1, 0.0, sure=False)]) == 0.25


@given(marks, st.data())
def test_raising_a_credit_never_lowers_the_score(before: list[Mark], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(before) - 1))
    after = [Mark(m.weight, 1.0) if i == place else m for i, m in enumerate(before)]
    assert score(after) >= score(before)


@given(st.lists(st.sampled_from([0.0, 0.25, 0.5, 1.0]), min_size=2, max_size=6), st.data())
def test_missed_to_contradicted_never_raises_the_score(credits: list[float], data: st.DataObject) -> None:
    enough = data.draw(st.integers(1, len(credits)))
    missed = [Mark(1, 0.0), *(Mark(1, c) for c in credits[1:])]
    contradicted = [Mark(1, 0.0, contradicted=True), *missed[1:]]
    assert score(contradicted, enough) <= score(missed, enough)


@given(marks)
def test_the_range_holds_the_score(found: list[Mark]) -> None:
    low, high = score_range(found)
    assert 0 <= low <= score(found) <= high <= 1


def test_weights_of_any_size_give_a_score_in_range() -> None:
    assert score([Mark(1e-9, 1.0), Mark(100, 1.0)]) == pytest.approx(1)
