"""Grades answers with a judge, several at a time, in order; identical answers under way are judged once."""

import asyncio
from collections import OrderedDict, deque
from collections.abc import AsyncIterator, Iterable

from grader.batches.files import Answer
from grader.errors import AccessRefused, GraderError, StorageFault
from grader.grading import Grade, Grading, Judging

from .outcome import Outcome
from .work import REMEMBERED, Key, own, request_of
from .written import written

WIDTH = 16


async def judged(
    answers: Iterable[Answer], grading: Grading, judging: Judging, *, width: int = WIDTH
) -> AsyncIterator[Outcome]:
    """Yield what came of each answer, in order, with at most `width` under way."""
    seen: OrderedDict[Key, asyncio.Task[Grade]] = OrderedDict()
    waiting: deque[tuple[Answer, asyncio.Task[Grade] | None]] = deque()
    try:
        for answer in answers:
            waiting.append((answer, None if answer.fault else _task(seen, answer, grading, judging)))
            if len(waiting) >= width:
                yield await _outcome(*waiting.popleft())
        while waiting:
            yield await _outcome(*waiting.popleft())
    finally:
        for _, task in waiting:
            if task is not None:
                task.cancel()
        await asyncio.gather(*(task for _, task in waiting if task is not None), return_exceptions=True)


def _task(
    seen: "OrderedDict[Key, asyncio.Task[Grade]]", answer: Answer, grading: Grading, judging: Judging
) -> "asyncio.Task[Grade]":
    key = (answer.rubric or "", answer.mode, answer.text)
    if key not in seen:
        seen[key] = asyncio.ensure_future(grading.judged(request_of(answer), judging))
        if len(seen) > REMEMBERED:
            seen.popitem(last=False)
    return seen[key]


async def _outcome(answer: Answer, task: "asyncio.Task[Grade] | None") -> Outcome:
    try:
        grade = None if task is None else own(written(await asyncio.shield(task)), answer)
    except (AccessRefused, StorageFault):
        raise
    except GraderError as refused:
        return Outcome(answer.id, answer.fields, None, str(refused))
    return Outcome(answer.id, answer.fields, grade, answer.fault)
