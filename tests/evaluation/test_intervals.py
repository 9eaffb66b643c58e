"""Bootstrap intervals: the same for the same seed, wide for few answers, none where a figure is not defined."""

from grader.evaluation.intervals import Estimate, Figures, Sums, estimates, rounded


def mean(sums: Sums) -> Figures:
    n, total = sums
    return {"mean": (total / n, int(n)), "never": (None, 0)}


def counts(n: int) -> list[Sums]:
    return [(1, float(i % 2)) for i in range(n)]


def test_the_interval_of_a_share_is_about_two_standard_errors_wide() -> None:
    found = estimates(counts(400), mean)["mean"]
    assert (found.value, found.n) == (0.5, 400)
    assert found.low is not None
    assert found.high is not None
    assert abs(found.high - found.low - 2 * 1.96 * 0.025) < 0.015


def test_the_same_seed_gives_the_same_interval_and_another_one_does_not() -> None:
    uneven: list[Sums] = [(1, 1 / n) for n in range(1, 51)]
    first, again, other = (estimates(uneven, mean, seed=seed) for seed in (1, 1, 2))
    assert first == again != other


def test_more_answers_give_a_narrower_interval() -> None:
    few, many = (estimates(counts(n), mean)["mean"] for n in (20, 200))
    assert (few.high or 0) - (few.low or 0) > 2 * ((many.high or 0) - (many.low or 0))


def test_one_answer_and_an_undefined_figure_have_no_interval() -> None:
    assert estimates([(1, 0.5)], mean)["mean"] == Estimate(0.5, None, None, 1)
    assert estimates(counts(9), mean)["never"] == Estimate(None, None, None, 0)


def test_no_figure_is_minus_zero() -> None:
    assert str(rounded(-0.00001)) == "0.0"


def test_sums_keep_shares_small_counts_and_large_ones() -> None:
    rows: list[Sums] = [(0.1, 3.0, 120.5), (0.2, 0.0, 99.25)]
    found = estimates(rows, lambda sums: {str(i): (value, 2) for i, value in enumerate(sums)})
    assert [one.value for one in found.values()] == [0.3, 3.0, 219.75]
