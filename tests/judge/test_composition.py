"""One judge of many parts."""

from grader.errors import JudgeError
from grader.judge import Allowance, Judge, JudgeRequest, Ports, ScriptedJudge, accounted, guarded

from .asking import ask, failed


class Priced(ScriptedJudge):
    """A scripted judge with a price."""

    price: int | None = 10

    async def aclose(self) -> None:
        self.closed = True

    def most(self, request: JudgeRequest) -> int | None:
        return self.price


def compose(*models: Priced, limit: int | None = None) -> Judge:
    ports = Ports()
    judge = guarded(models, width=1, recorder=ports.recorder)
    return accounted(judge, models, ports, None if limit is None else lambda: (Allowance("day", limit),))


def test_with_one_model_that_is_down_a_thousand_answers_make_at_most_five_attempts() -> None:
    model = Priced([JudgeError(kind="transport")])
    judge = compose(model)
    kinds = {failed(judge).kind for _ in range(1000)}
    assert kinds == {"transport", "circuit_open"}
    assert len(model.requests) <= 5


def test_the_second_model_answers_and_the_answer_is_kept() -> None:
    down, up = Priced([JudgeError(kind="auth")], model="a"), Priced([{}], model="b")
    judge = compose(down, up)
    assert ask(judge).model == "b"
    assert ask(judge).flags == ("cached",)
    assert len(up.requests) == 1


def test_all_attempts_of_all_models_must_fit_the_budget() -> None:
    models = Priced([{}], model="a"), Priced([{}], model="b")
    assert failed(compose(*models, limit=39)).kind == "budget_exhausted"
    assert ask(compose(*models, limit=40)).model == "a"


def test_one_price_that_is_not_known_refuses_all() -> None:
    models = Priced([{}], model="a"), Priced([{}], model="b")
    models[1].price = None
    assert failed(compose(*models, limit=9**9)).kind == "budget_exhausted"


def test_without_a_budget_no_price_is_needed() -> None:
    model = Priced([{}])
    model.price = None
    assert ask(compose(model)).verdicts
