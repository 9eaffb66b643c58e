"""Who grades a batch: this machine's cores, or a judge beside the matcher."""

import asyncio
import os
from collections.abc import AsyncIterator, Iterable, Iterator

from grader.batches import Answer, AnswerOutcome, graded, judged
from grader.grading import Grading, Judging

from .batch_order import Order


def grading() -> Grading:
    """Return what grades, in whichever process this is called."""
    from grader.bootstrap import services

    return services().grading


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def outcomes(order: Order, answers: Iterable[Answer]) -> Iterator[AnswerOutcome]:
    """Yield what came of answers, in order. Raises SettingsError if a judge is asked for and none is named."""
    from grader.bootstrap import judging

    judge = judging(when=order.judge)
    if judge is None:
        yield from graded(answers, grading, order.processes or cores())
    else:
        yield from _judged(answers, judge)


def _judged(answers: Iterable[Answer], judge: Judging) -> Iterator[AnswerOutcome]:
    """Step an asynchronous stream from here: between steps its calls wait in their sockets."""
    with asyncio.Runner() as runner:
        stream = judged(answers, grading(), judge)
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
