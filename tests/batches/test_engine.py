"""The durable engine begins when there is work, and ends without losing any."""

import time
from collections.abc import Callable
from pathlib import Path
from threading import Event

from grader.batches import Deliverer, DurableEngine, Keeper, Postman, Sender

from .making import WHO, Bench, rows


class Noted:
    """The queue in process, that notes when it begins and ends."""

    def __init__(self, bench: Bench) -> None:
        self.queue, self.seen = bench.queue, list[str]()

    def start(self) -> None:
        self.seen.append("start")

    def stop(self) -> None:
        self.seen.append("stop")

    def enqueue(self, batch_id: str) -> None:
        self.queue.enqueue(batch_id)

    def drop(self, batch_id: str) -> None: ...

    def take_over(self, worker: str) -> None: ...

    def done(self, most: int) -> tuple[str, ...]:
        return ()

    def forget(self, batch_id: str) -> None: ...


def engine_of(bench: Bench, lock: Callable[[], bool] | None) -> tuple[DurableEngine, Noted]:
    queue = Noted(bench)
    keeper = Keeper(bench.store, "w-1", queue, bench.intake, alone=True)
    postman = Postman(bench.store, Deliverer(Sender(b"key")))
    bell: Event = bench.batching.bell
    return DurableEngine(bench.worker, queue, keeper, postman, log=lambda _: None, bell=bell, lock=lock), queue


def waited(condition: Callable[[], bool]) -> bool:
    until = time.monotonic() + 20
    while not condition() and time.monotonic() < until:
        time.sleep(0.01)
    return condition()


def test_it_begins_with_the_first_batch_and_grades_it(bench: Bench) -> None:
    engine, queue = engine_of(bench, lambda: True)
    engine.start()
    batch = bench.send(rows(2))
    assert waited(lambda: bench.batching.standing(WHO, batch.id).batch.ended)
    engine.stop()
    assert queue.seen == ["start", "stop"]
    assert not bench.store.write(lambda unit: unit.workers.beat("w-1"))


def test_without_the_lock_it_touches_nothing(bench: Bench) -> None:
    asked = Event()

    def lock() -> bool:
        asked.set()
        return False

    engine, queue = engine_of(bench, lock)
    batch = bench.send(rows(1))
    engine.start()
    assert asked.wait(10)
    engine.stop()
    assert queue.seen == []
    assert bench.batching.standing(WHO, batch.id).batch.state == "validating"


def test_a_worker_that_was_taken_for_dead_ends(bench: Bench, tmp_path: Path) -> None:
    engine, _ = engine_of(bench, None)
    engine.start()
    bench.send(rows(1))
    assert waited(lambda: bench.store.write(lambda unit: unit.workers.beat("w-1")))
    bench.store.write(lambda unit: unit.workers.leave("w-1"))
    bench.batching.bell.set()
    assert engine.ending.wait(20)
    assert engine.lost.is_set()
    engine.stop()
