"""What a judge is asked and answers."""

from grader.judge import Attempt, Judgement, Usage, total


def test_the_usage_of_a_judgement_is_that_of_all_its_attempts() -> None:
    attempts = Attempt("a", "timeout", Usage(10, 0, 5)), Attempt("b", "ok", Usage(10, 4, 7))
    assert Judgement((), "b", attempts).usage == Usage(20, 4, 12)


def test_a_cost_that_is_not_known_makes_the_sum_unknown() -> None:
    assert total((Attempt("a", "ok", Usage(1, 1, 5)), Attempt("b", "ok", Usage(1, 1, None)))).cost is None
