"""Calls of judges: logged first, billed to the row's batch."""

import asyncio

import pytest

from grader.batches import PLACE, Billed, Call, Logged, Place
from grader.errors import BatchStopped
from grader.judge import Judge, JudgeRequest, ScriptedJudge

REQUEST = JudgeRequest("sha256:", "Why?", (), (), "because")


class Priced(ScriptedJudge):
    def most(self, request: JudgeRequest) -> int | None:
        return 10

    async def aclose(self) -> None: ...


def asked(judge: Judge, place: Place) -> None:
    async def ask() -> None:
        PLACE.set(place)
        await judge.judge(REQUEST, deadline=asyncio.get_running_loop().time() + 5)

    asyncio.run(ask())


def test_a_call_is_logged_before_it_is_made() -> None:
    model, seen = Priced([{}]), []

    async def log(call: Call) -> None:
        seen.append((call.place.row, call.model, len(model.requests)))

    asked(Logged(model, log), Place("bat_a", 7, "w-1"))
    assert seen == [(7, "scripted", 0)]
    assert len(model.requests) == 1


def test_a_log_that_refuses_prevents_the_call() -> None:
    model = Priced([{}])

    async def log(call: Call) -> None:
        raise BatchStopped

    with pytest.raises(BatchStopped):
        asked(Logged(model, log), Place("bat_a", 7, "w-1"))
    assert model.requests == []


@pytest.mark.parametrize(("budget", "accounts"), [(None, ["free"]), (50, ["batch:bat_a"])])
def test_a_call_is_billed_to_its_batch_if_that_has_a_budget(budget: int | None, accounts: list[str]) -> None:
    used: list[str] = []

    class Told(Priced):
        def __init__(self, names: object) -> None:
            super().__init__([{}])
            self.names = names

        async def judge(self, request: JudgeRequest, *, deadline: float) -> object:  # type: ignore[override]
            used.extend([each.account for each in self.names()] if callable(self.names) else ["free"])
            return await super().judge(request, deadline=deadline)

    asked(Billed(Priced([{}]), lambda: (), Told), Place("bat_a", 1, "w", budget))  # type: ignore[arg-type]
    assert used == accounts
