"""The judge that answers from a script."""

from grader.errors import JudgeError
from grader.judge import ScriptedJudge

from .asking import ask, failed


def test_a_scripted_judge_takes_its_steps_in_order_and_stays_at_the_last() -> None:
    judge = ScriptedJudge([{"slow": ("met", ("takes long",))}, {}])
    assert [ask(judge).verdicts[0].verdict for _ in range(3)] == ["met", "missed", "missed"]


def test_a_scripted_error_is_raised_with_its_attempt() -> None:
    error = failed(ScriptedJudge([JudgeError(kind="quota")]))
    assert error.kind == "quota"
    assert [attempt.outcome for attempt in error.attempts] == ["quota"]  # type: ignore[attr-defined]


def test_a_slow_scripted_judge_ends_at_the_deadline() -> None:
    assert failed(ScriptedJudge([{}], seconds=60.0), seconds=0.02).kind == "timeout"
