"""Who grades a batch: this machine's cores, or a judge beside the matcher."""

import asyncio
import os
from collections.abc import AsyncIterator, Iterable, Iterator

from grader.batches import Answer, AnswerOutcome, Graders, Piece, graded, judged, piece_of
from grader.grading import Grading, Judging

from .batch_order import Order


def grading() -> Grading:
    """Return what grades, in a process of its own."""
    from grader.bootstrap import services

    return services().grading


def processes(order: Order) -> int:
    """Return how many processes grade: as many as there are cores that this one may use, if nothing else is said."""
    return order.processes or _cores()


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def pieces(order: Order, answers: Iterable[Answer], here: Grading) -> Iterator[Piece]:
    """Yield the pieces of the output, in order. Raises SettingsError if a judge is asked for and none is named."""
    from grader.bootstrap import judging

    judge, ranked = judging(when=order.judge), order.assessment is not None
    if judge is None:
        yield from graded(answers, Graders(here, grading), processes(order), ranked=ranked)
    else:
        yield from (piece_of([outcome], ranked=ranked) for outcome in _judged(answers, here, judge))


def _judged(answers: Iterable[Answer], here: Grading, judge: Judging) -> Iterator[AnswerOutcome]:
    """Step an asynchronous stream from here: between steps its calls wait in their sockets."""
    with asyncio.Runner() as runner:
        stream = judged(answers, here, judge)
        try:
            while (outcome := runner.run(_next(stream))) is not None:
                yield outcome
        finally:
            runner.run(_close(stream, judge))


async def _next(stream: AsyncIterator[AnswerOutcome]) -> AnswerOutcome | None:
    return await anext(stream, None)


async def _close(stream: AsyncIterator[AnswerOutcome], judge: Judging) -> None:
    await stream.aclose()  # type: ignore[attr-defined]
    await judge.aclose()
