"""Grade rows with a judge at hand: on a loop of its own, many rows at once, within the judge's own limits."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from threading import Thread

from grader.errors import BatchStopped, GraderError, StorageFault, WorkerLost
from grader.grading import Grading, Judging

from .batch import Batch
from .call import PLACE, Place
from .cores import Shelves, questions_of
from .files import Questions
from .item import Made, Row, failed, grade_id, graded, request_of


class Judged:
    """Grades rows on one event loop in a thread: a judge's limits and connections belong to a loop."""

    def __init__(self, shelves: Shelves, judging: Judging, worker: str) -> None:
        self._shelves, self._judging, self._worker = shelves, judging, worker
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_forever, name="grader-judged", daemon=True)
        self._thread.start()

    def grade(self, batch: Batch, rows: Sequence[Row]) -> list[Made]:
        """Return what is made of the rows, without those that a stop or the storage came in between of."""
        return asyncio.run_coroutine_threadsafe(self._rows(batch, rows), self._loop).result()

    def close(self) -> None:
        """Close the judge's connections and end the loop."""
        with suppress(Exception):
            asyncio.run_coroutine_threadsafe(_closed(self._judging), self._loop).result(timeout=10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(timeout=10)
        if not self._thread.is_alive():
            self._loop.close()

    async def _rows(self, batch: Batch, rows: Sequence[Row]) -> list[Made]:
        grading = await asyncio.to_thread(self._shelves, batch.tenant)
        questions = questions_of(grading, batch.id)
        judging = Judging(self._judging.judge, batch.order.judge, self._judging.seconds)
        tasks = [asyncio.create_task(self._row(grading, questions, judging, batch, row)) for row in rows]
        return [result for result in await asyncio.gather(*tasks) if result is not None]

    async def _row(
        self, grading: Grading, questions: Questions, judging: Judging, batch: Batch, row: Row
    ) -> Made | None:
        PLACE.set(Place(batch.id, row.number, self._worker, batch.order.budget))
        try:
            request = request_of(row.document, batch.order.rubric, questions)
            grade = await grading.judged(request, judging, grade_id=grade_id(batch.id, row.number))
        except (BatchStopped, WorkerLost, StorageFault):
            return None
        except GraderError as error:
            return failed(row, error)
        return graded(batch.id, row.number, grade, request.answer, grading.basis(grade))


async def _closed(judging: Judging) -> None:
    await judging.aclose()
