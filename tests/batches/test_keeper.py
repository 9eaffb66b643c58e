"""Rounds of keeping: the dead are buried, and webhooks told."""

import pytest

from grader.batches import Attempt, Deliverer, Delivery, Endpoint, Keeper, Postman, Sender
from grader.errors import StorageBusy, WorkerLost

from .making import WHO, Bench, rows


def join(bench: Bench, name: str) -> None:
    bench.store.write(lambda unit: unit.workers.join(name))


class Seen:
    """A queue that notes what it is asked."""

    def __init__(self) -> None:
        self.taken: list[str] = []
        self.known: list[str] = []

    def enqueue(self, batch_id: str) -> None: ...

    def drop(self, batch_id: str) -> None: ...

    def take_over(self, worker: str) -> None:
        self.taken.append(worker)

    def done(self, most: int) -> tuple[str, ...]:
        return tuple(self.known[:most])

    def forget(self, batch_id: str) -> None:
        self.known.remove(batch_id)


class Answering(Sender):
    """Answers for receivers, one after the other."""

    def __init__(self, *attempts: Attempt) -> None:
        super().__init__(b"key")
        self.attempts, self.sent = list(attempts), list[str]()

    def send(self, endpoint: Endpoint, delivery: Delivery) -> Attempt:
        self.sent.append(delivery.id)
        return self.attempts.pop(0)


def test_a_worker_that_left_is_taken_over_once(bench: Bench) -> None:
    for name in ("w-2", "w-3"):
        join(bench, name)
    queue = Seen()
    keeper = Keeper(bench.store, "w-2", queue)
    keeper.tick()
    bench.store.write(lambda unit: unit.workers.leave("w-3"))
    keeper.tick()
    keeper.tick()
    assert queue.taken == ["w-3"]
    with pytest.raises(WorkerLost):
        Keeper(bench.store, "w-3", Seen()).tick()


def test_a_queue_forgets_only_batches_that_have_ended_or_are_gone(bench: Bench) -> None:
    join(bench, "w-2")
    ended, gone, open_ = bench.done(rows(1)).batch, bench.done(rows(1)).batch, bench.send(rows(1))
    bench.batching.erase(WHO, gone.id)
    queue = Seen()
    queue.known = [ended.id, open_.id, gone.id]
    keeper = Keeper(bench.store, "w-2", queue)
    keeper.tick()
    assert queue.known == [open_.id]
    queue.known.append(ended.id)
    keeper.tick()
    assert ended.id in queue.known, "it looks now and then, not each time"


def test_nobody_is_buried_right_after_the_storage_was_away(bench: Bench) -> None:
    for name in ("w-2", "w-3"):
        join(bench, name)
    bench.store.write(lambda unit: unit.workers.leave("w-3"))

    class Away(Seen):
        def enqueue(self, batch_id: str) -> None:
            raise StorageBusy

    bench.intake.take(bench.send(rows(1)))
    queue = Away()
    keeper = Keeper(bench.store, "w-2", queue, alone=True)
    with pytest.raises(StorageBusy):
        keeper.tick()
    keeper._alone = False
    with pytest.raises(StorageBusy):
        keeper.tick()
    assert queue.taken == []


def told(bench: Bench, *attempts: Attempt) -> tuple[Delivery, Answering]:
    """One event, and as many rounds of the post as there are attempts, whatever the schedule says."""
    made, _ = bench.batching.add_webhook(WHO, "https://hooks.example.com/a")
    bench.done(rows(1))
    sender = Answering(*attempts)
    postman = Postman(bench.store, Deliverer(sender))
    for _ in attempts:
        postman.tick()
    postman.close()
    (delivery,) = bench.batching.deliveries(WHO, made.id, 1)
    return delivery, sender


def test_a_receipt_ends_a_delivery(bench: Bench) -> None:
    delivery, sender = told(bench, Attempt(204))
    assert (delivery.standing, delivery.attempts, delivery.status) == ("delivered", 1, 204)
    assert sender.sent == [delivery.id]


def test_a_fault_puts_it_off(bench: Bench) -> None:
    delivery, _ = told(bench, Attempt(500))
    assert (delivery.standing, delivery.attempts, delivery.status) == ("pending", 1, 500)


def test_gone_disables_the_webhook(bench: Bench) -> None:
    delivery, _ = told(bench, Attempt(410))
    assert delivery.standing == "failed"
    assert [webhook.disabled for webhook in bench.batching.webhooks(WHO)] == [True]
    bench.done(rows(1))
    assert len(bench.batching.deliveries(WHO, delivery.webhook, 10)) == 1
