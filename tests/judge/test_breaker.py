"""Leave a model alone that is down."""

import pytest

from grader.errors import JudgeError
from grader.judge import Breaker, Judgement, JudgeRequest, Retry, ScriptedJudge

from .asking import ask, failed


def kinds(judge: Breaker, calls: int) -> list[str]:
    return [failed(judge).kind for _ in range(calls)]


def test_after_three_failures_in_a_row_nobody_calls() -> None:
    judge = ScriptedJudge([JudgeError(kind="transport")])
    assert kinds(Breaker(judge), 5) == ["transport"] * 3 + ["circuit_open"] * 2
    assert len(judge.requests) == 3


@pytest.mark.parametrize("kind", ["auth", "quota", "not_found"])
def test_a_key_a_quota_or_a_name_that_is_refused_opens_at_once(kind: str) -> None:
    assert kinds(Breaker(ScriptedJudge([JudgeError(kind=kind)])), 2) == [kind, "circuit_open"]


@pytest.mark.parametrize("kind", ["invalid_output", "refusal", "truncated", "content_policy", "bad_request"])
def test_a_bad_output_never_opens(kind: str) -> None:
    assert kinds(Breaker(ScriptedJudge([JudgeError(kind=kind)])), 6) == [kind] * 6


def test_the_attempts_count_and_not_the_calls() -> None:
    judge = ScriptedJudge([JudgeError(kind="transport")])
    breaker = Breaker(Retry(judge))
    for _ in range(1000):
        failed(breaker)
    assert len(judge.requests) == 4


def test_a_success_between_failures_starts_the_count_anew() -> None:
    down = JudgeError(kind="transport")
    breaker = Breaker(ScriptedJudge([down, down, {}, down, down, {}]))
    failed(breaker), failed(breaker), ask(breaker), failed(breaker), failed(breaker)
    assert ask(breaker).model == "scripted"


def test_after_the_cooldown_one_call_tries() -> None:
    judge = ScriptedJudge([JudgeError(kind="auth"), {}])
    breaker = Breaker(judge, cooldown=0.0)
    failed(breaker)
    assert ask(breaker).verdicts


class Waiting:
    """Never gets its turn."""

    model = "waiting"

    async def judge(self, request: JudgeRequest, *, deadline: float) -> Judgement:
        raise JudgeError(kind="timeout")


def test_waiting_for_a_turn_says_nothing_of_the_model() -> None:
    assert kinds(Breaker(Waiting()), 6) == ["timeout"] * 6
