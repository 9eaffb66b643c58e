"""A judge's call, logged before it is made: repeats after a crash can be counted, and a stopped batch makes none."""

from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime

from grader.grading import utc_now
from grader.judge import Allowance, Judge, Judgement, JudgeRequest, PricedJudge


@dataclass(frozen=True, slots=True)
class Place:
    """The row that is being judged, and where; `budget` is its batch's, in millionths of a US dollar."""

    batch: str
    row: int
    worker: str
    budget: int | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """A call of a model for a row, by a worker."""

    place: Place
    model: str
    made: datetime


PLACE: ContextVar[Place] = ContextVar("place")


class Logged:
    """Logs each call of a model before it makes it; if the log refuses, there is no call."""

    def __init__(self, judge: PricedJudge, log: Callable[[Call], Awaitable[None]]) -> None:
        self._judge, self._log = judge, log
        self.model = judge.model

    async def judge(self, request: JudgeRequest, *, deadline: float) -> Judgement:
        """Return the judge's judgement. Raises BatchStopped or WorkerLost instead of calling."""
        await self._log(Call(PLACE.get(), self.model, utc_now()))
        return await self._judge.judge(request, deadline=deadline)

    def most(self, request: JudgeRequest) -> int | None:
        """Return the most that a call can cost, in millionths of a US dollar."""
        return self._judge.most(request)

    async def aclose(self) -> None:
        """Close the judge's connections."""
        await self._judge.aclose()


class Billed:
    """Asks within the allowances of the day and of the row's batch; without any, no price need be known."""

    def __init__(
        self,
        judge: Judge,
        day: Callable[[], tuple[Allowance, ...]],
        account: Callable[[Callable[[], tuple[Allowance, ...]] | None], Judge],
    ) -> None:
        """Make one: `account` returns the judge under allowances, or under none."""
        self.model, self._day = judge.model, day
        self._free, self._limited = account(None), account(self._allowances)

    async def judge(self, request: JudgeRequest, *, deadline: float) -> Judgement:
        """Return the judge's judgement."""
        judge = self._limited if self._allowances() else self._free
        return await judge.judge(request, deadline=deadline)

    def _allowances(self) -> tuple[Allowance, ...]:
        place, day = PLACE.get(), self._day()
        return day if place.budget is None else (*day, Allowance(f"batch:{place.batch}", place.budget))
