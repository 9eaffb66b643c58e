"""One model after the other."""

from grader.errors import JudgeError
from grader.judge import Fallback, ScriptedJudge

from .asking import ask, failed


def judge(*steps: JudgeError | dict[str, object], model: str) -> ScriptedJudge:
    return ScriptedJudge(steps, model=model)  # type: ignore[arg-type]


def test_the_second_model_judges_where_the_first_fails() -> None:
    judgement = ask(Fallback((judge(JudgeError(kind="auth"), model="a"), judge({}, model="b"))))
    assert judgement.model == "b"
    assert [(attempt.model, attempt.outcome) for attempt in judgement.attempts] == [("a", "auth"), ("b", "ok")]


def test_without_any_judgement_all_attempts_are_told() -> None:
    error = failed(Fallback((judge(JudgeError(kind="auth"), model="a"), judge(JudgeError(kind="timeout"), model="b"))))
    assert (error.kind, len(error.attempts)) == ("timeout", 2)


def test_what_one_model_rejects_by_policy_is_not_taken_to_the_next() -> None:
    second = judge({}, model="b")
    assert failed(Fallback((judge(JudgeError(kind="content_policy"), model="a"), second))).kind == "content_policy"
    assert second.requests == []


def test_the_name_of_a_fallback_is_that_of_all_in_order() -> None:
    assert Fallback((judge({}, model="a"), judge({}, model="b"))).model == "a,b"


def test_a_model_that_hangs_leaves_time_for_the_next() -> None:
    judges = (ScriptedJudge([{}], model="a", seconds=60), ScriptedJudge([{}], model="b", seconds=0.01))
    judgement = ask(Fallback(judges), seconds=0.2)
    assert [(attempt.model, attempt.outcome) for attempt in judgement.attempts] == [("a", "timeout"), ("b", "ok")]


def test_the_last_model_has_all_the_time_that_is_left() -> None:
    judges = (judge(JudgeError(kind="auth"), model="a"), ScriptedJudge([{}], model="b", seconds=0.3))
    assert ask(Fallback(judges), seconds=0.5).model == "b"
