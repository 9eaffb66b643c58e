"""The same model once more."""

import pytest

from grader.errors import JudgeError
from grader.judge import Retry, ScriptedJudge

from .asking import ask, failed


@pytest.mark.parametrize("kind", ["rate_limited", "transport", "invalid_output"])
def test_a_fault_that_may_pass_is_tried_once_more(kind: str) -> None:
    judgement = ask(Retry(ScriptedJudge([JudgeError(kind=kind), {}])))
    assert [attempt.outcome for attempt in judgement.attempts] == [kind, "ok"]


@pytest.mark.parametrize(
    "kind", ["auth", "quota", "not_found", "refusal", "content_policy", "timeout", "bad_request", "truncated"]
)
def test_a_fault_that_stays_is_not_tried_again(kind: str) -> None:
    judge = ScriptedJudge([JudgeError(kind=kind)])
    assert failed(Retry(judge)).kind == kind
    assert len(judge.requests) == 1


def test_two_faults_are_enough_and_both_are_told() -> None:
    error = failed(Retry(ScriptedJudge([JudgeError(kind="transport")])))
    assert len(error.attempts) == 2


@pytest.mark.parametrize(("wait", "seconds"), [(70.0, 200.0), (0.5, 0.2)])
def test_a_long_wait_or_one_beyond_the_deadline_is_not_waited(wait: float, seconds: float) -> None:
    judge = ScriptedJudge([JudgeError(kind="rate_limited", retry_after=wait)])
    assert failed(Retry(judge), seconds=seconds).kind == "rate_limited"
    assert len(judge.requests) == 1
