"""One judge of many parts: each model guarded, one after the other, within a budget, nothing judged twice."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from .breaker import Breaker
from .budget import Allowance, Budgeted, MemorySpend, Spend
from .cache import Cached, JudgeCache, MemoryCache
from .fallback import Fallback
from .limited import Limited
from .observed import NoRecorder, Observed, Recorder
from .port import Judge, JudgeRequest
from .retry import Retry

ATTEMPTS = 2


class PricedJudge(Judge, Protocol):
    """A judge that can tell beforehand what a call costs at most, and that has connections to close."""

    async def aclose(self) -> None:
        """Close its connections."""

    def most(self, request: JudgeRequest) -> int | None:
        """Return the most that a call can cost, in millionths of a US dollar; None if the price is not known."""


@dataclass(frozen=True, slots=True)
class Ports:
    """Where a judge keeps what it has judged and spent, and who watches; in memory, unless told otherwise."""

    cache: JudgeCache = field(default_factory=MemoryCache)
    spend: Spend = field(default_factory=MemorySpend)
    recorder: Recorder = field(default_factory=NoRecorder)


def guarded(models: Sequence[Judge], *, width: int, recorder: Recorder) -> Judge:
    """Return models as one judge: each `width` calls wide, watched, tried twice, left alone while it is down."""
    return Fallback(tuple(Breaker(Retry(Observed(Limited(model, width), recorder))) for model in models))


def accounted(
    judge: Judge, models: Sequence[PricedJudge], ports: Ports, allowances: Callable[[], tuple[Allowance, ...]] | None
) -> Judge:
    """Return a guarded judge that keeps to allowances, if there are any, and to what it judged before."""
    if allowances is not None:
        judge = Budgeted(judge, ports.spend, lambda request: _most(models, request), allowances)
    return Cached(judge, ports.cache)


def _most(models: Sequence[PricedJudge], request: JudgeRequest) -> int | None:
    """All attempts of all models; nobody knows this if one price is not known."""
    costs = [model.most(request) for model in models]
    known = [cost for cost in costs if cost is not None]
    return ATTEMPTS * sum(known) if len(known) == len(costs) else None
