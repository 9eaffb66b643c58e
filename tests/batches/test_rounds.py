"""Rounds go on whatever happens in one."""

from threading import Event

from grader.batches import Rounds
from grader.errors import StorageBusy, WorkerLost


def test_rounds_go_on_after_faults_and_are_told_of() -> None:
    told: list[str] = []
    steps: list[Exception | None] = [StorageBusy(), RuntimeError("secret"), None]
    done = Event()

    def tick() -> None:
        if not steps:
            done.set()
        elif (step := steps.pop(0)) is not None:
            raise step

    rounds = Rounds("r", tick, 0.001, lost=lambda: None, log=told.append)
    rounds.start()
    assert done.wait(10)
    rounds.stop()
    assert told == [str(StorageBusy()), "A round failed: RuntimeError."]


def test_a_lost_worker_makes_no_more_rounds() -> None:
    lost = Event()

    def tick() -> None:
        assert not lost.is_set()
        raise WorkerLost

    rounds = Rounds("r", tick, 0.001, lost=lost.set, log=lambda _: None)
    rounds.start()
    assert lost.wait(10)
    rounds.stop()


def test_a_bell_ends_the_wait() -> None:
    bell, twice, count = Event(), Event(), []

    def tick() -> None:
        count.append(1)
        if len(count) == 2:
            twice.set()
        else:
            bell.set()

    rounds = Rounds("r", tick, 3600, lost=lambda: None, log=lambda _: None, bell=bell)
    rounds.start()
    assert twice.wait(10)
    rounds.stop()
