"""A queue that is loaded when work begins."""

import subprocess
import sys

from grader.batches import InlineQueue, LateQueue, Worker
from grader.batches.port import Queue

from .making import Bench


class Began(InlineQueue):
    """Begins and ends, and says so."""

    def __init__(self, worker: Worker, said: list[str]) -> None:
        super().__init__(worker)
        self._said = said
        said.append("made")

    def start(self) -> None:
        self._said.append("started")

    def stop(self) -> None:
        self._said.append("stopped")


def test_it_is_made_once_when_something_is_asked_of_it(bench: Bench) -> None:
    said: list[str] = []
    late = LateQueue(lambda: Began(bench.worker, said))
    queue: Queue = late
    assert said == []
    late.start()
    queue.enqueue("bat_a")
    queue.take_over("w-1")
    queue.drop("bat_a")
    queue.forget("bat_a")
    assert queue.done(5) == ()
    late.stop()
    assert said == ["made", "started", "stopped"]


def test_a_service_without_a_batch_loads_no_vendor_of_batches() -> None:
    code = "import sys, grader.asgi; print([name for name in ('dbos', 'openpyxl', 'litellm') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"
