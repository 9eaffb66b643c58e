"""A batch with a judge."""

import asyncio

from grader.batches.files import Answer
from grader.batches.local.judged import judged
from grader.batches.local.outcome import Outcome
from grader.errors import JudgeError
from grader.grading import Judging
from grader.judge import Judgement, JudgeRequest
from tests.batches.local.answering import make_answers, make_grading


class Counting:
    """A judge that fails, and counts how often and how widely it is asked."""

    model = "counting"

    def __init__(self) -> None:
        self.calls = self.now = self.most = 0

    async def judge(self, request: JudgeRequest, *, deadline: float) -> Judgement:
        self.calls += 1
        self.now += 1
        self.most = max(self.most, self.now)
        await asyncio.sleep(0.001)
        self.now -= 1
        raise JudgeError(kind="timeout")


def run(judge: Counting, answers: list[Answer]) -> list[Outcome]:
    async def collect() -> list[Outcome]:
        return [outcome async for outcome in judged(answers, make_grading(), Judging(judge, "always"), width=4)]

    return asyncio.run(collect())


def test_outcomes_come_in_order_and_no_more_than_the_width_is_under_way() -> None:
    judge, answers = Counting(), make_answers(30)
    assert [outcome.id for outcome in run(judge, answers)] == [answer.id for answer in answers]
    assert 1 < judge.most <= 4


def test_identical_answers_are_judged_once() -> None:
    judge = Counting()
    run(judge, [Answer(str(n), {}, "toy", "a queue") for n in range(9)])
    assert judge.calls == 1


def test_a_failed_judge_is_a_provisional_grade_not_an_error() -> None:
    (outcome,) = run(Counting(), [Answer("1", {}, "toy", "a queue")])
    assert outcome.error is None
    assert outcome.grade is not None
    assert outcome.grade.values["provisional"] is True


def test_a_fault_of_a_row_asks_nobody() -> None:
    judge = Counting()
    (outcome,) = run(judge, [Answer("1", {}, fault="torn")])
    assert (outcome.error, judge.calls) == ("torn", 0)
