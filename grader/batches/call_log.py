"""Log a worker's calls in the storage, which refuses where none may be made."""

import asyncio
from collections.abc import Awaitable, Callable

from grader.errors import WorkerLost

from .call import Call
from .repository import BatchStore, BatchUnit


def logging_to(store: BatchStore, worker: str) -> Callable[[Call], Awaitable[None]]:
    """Return what logs a worker's calls in the storage: it raises BatchStopped or WorkerLost where none may be made."""

    def work(unit: BatchUnit, call: Call) -> None:
        if not unit.workers.holds(worker):
            raise WorkerLost
        unit.calls.add(call)

    async def log(call: Call) -> None:
        await asyncio.to_thread(store.write, lambda unit: work(unit, call))

    return log
