"""The durable queue, killed again and again: nothing lost, nothing twice, nothing wrong."""

import os
import random
import signal
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path
from subprocess import Popen

import pytest

from .crew import JUDGED, Crew, until
from .making import WHO

pytestmark = [pytest.mark.faults, pytest.mark.timeout(240)]
KILLS = int(os.environ.get("GRADER_TEST_KILLS", "25"))  # noqa: TID251 - how long to soak
IN_FLIGHT = 4 * 32
"""Rows that a process may have begun with: chunks at once, and rows of a slice."""


@pytest.fixture
def sqlite(tmp_path: Path) -> Iterator[Crew]:
    made = Crew(tmp_path, f"sqlite:///{tmp_path}/grader.db", 0.03)
    yield made
    made.close()


def judges(crew: Crew, process: "Popen[str]", batch: str) -> bool:
    """Wait until a process judges rows of a batch; return False if it only had to finish it."""
    until(lambda: crew.holds_work(process) or crew.ended(batch))
    return crew.holds_work(process) and not crew.ended(batch)


@pytest.mark.timeout(1800)
def test_killed_at_random_nothing_is_lost_twice_or_wrong(sqlite: Crew) -> None:
    """Each kill hits a process that is judging; the one after it goes on where that was."""
    chance, sent = random.Random(7), [(sqlite.judged(300), 0)]
    for _ in range(KILLS):
        process = sqlite.start()
        while not judges(sqlite, process, sent[-1][0]):
            sent.append((sqlite.judged(300, len(sent) * 300), len(sent) * 300))
        time.sleep(chance.uniform(0.05, 0.6))
        sqlite.kill(process)
    sqlite.start()
    until(lambda: all(sqlite.ended(batch) for batch, _ in sent), 60)
    for batch, start in sent:
        sqlite.check(batch, 300, start)
    assert len(sqlite.calls()) <= 300 * len(sent) + KILLS * IN_FLIGHT
    assert sqlite3.connect(sqlite.folder / "grader.db").execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_the_queue_forgets_what_has_ended(sqlite: Crew) -> None:
    batch = sqlite.judged(100)
    process = sqlite.start()

    def kept(where: str = "1") -> int:
        queue = sqlite3.connect(sqlite.folder / "grader.db.queue")
        asked = f"SELECT count(*) FROM workflow_status WHERE workflow_uuid LIKE ? AND {where}"
        return int(queue.execute(asked, (f"{batch}%",)).fetchone()[0])

    until(lambda: sqlite.ended(batch), 60)
    until(lambda: kept("status <> 'SUCCESS'") == 0)  # the queue hears of it a moment later
    sqlite.kill(process)
    assert kept() >= 3
    sqlite.judged(10, 100)  # without work the queue is not even begun
    sqlite.start()
    until(lambda: kept() == 0, 30)
    sqlite.check(batch, 100, 0)


def test_killed_while_it_reads_in_and_enqueues(sqlite: Crew) -> None:
    sent = []
    for number, pause in enumerate((0.0, 0.1, 0.3, 0.6, 1.0)):
        sent.append((sqlite.judged(100, number * 100), number * 100))
        process = sqlite.start()
        time.sleep(pause)
        sqlite.kill(process)
    sqlite.start()
    until(lambda: all(sqlite.ended(batch) for batch, _ in sent), 60)
    for batch, start in sent:
        sqlite.check(batch, 100, start)


def test_a_row_that_kills_its_process_is_set_aside_after_five_tries(sqlite: Crew) -> None:
    rows = [{"id": str(at), "answer": f"{'deadly ' if at == 40 else ''}answer {at}"} for at in range(80)]
    batch = sqlite.send(rows, JUDGED)
    deaths = 0
    process = sqlite.start()
    while not sqlite.ended(batch.id) and deaths < 20:
        if process.poll() is not None:
            deaths, process = deaths + 1, sqlite.start()
        time.sleep(0.05)
    found = sqlite.batching.standing(WHO, batch.id)
    assert (found.counts.total, found.counts.failed) == (80, 1)
    assert [line["row"] for line in sqlite.lines(batch.id)[:-1] if line["grade"] is None] == [40]
    assert 5 <= deaths <= 7  # the first two may be those of the slice that it was in


def test_a_database_locked_for_eight_seconds_fails_no_row(sqlite: Crew) -> None:
    batch = sqlite.judged(300)
    process = sqlite.start()
    until(lambda: sqlite.holds_work(process))
    other = sqlite3.connect(sqlite.folder / "grader.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    time.sleep(8)
    other.execute("ROLLBACK")
    other.close()
    until(lambda: sqlite.ended(batch), 60)
    assert process.poll() is None
    sqlite.check(batch, 300)


def test_no_call_is_made_five_seconds_after_a_cancel(sqlite: Crew) -> None:
    batch = sqlite.judged(2000)
    process = sqlite.start()
    until(lambda: sqlite.holds_work(process))
    sqlite.batching.cancel(WHO, batch)
    time.sleep(5)
    made = len(sqlite.calls())
    time.sleep(2)
    assert len(sqlite.calls()) == made < 300
    found = sqlite.batching.standing(WHO, batch)
    assert (found.batch.state, found.counts.pending) == ("cancelled", 0)
    assert found.counts.cancelled >= 1700


@pytest.fixture
def server(tmp_path: Path, postgresql: str) -> Iterator[Crew]:
    made = Crew(tmp_path, postgresql, 0.05)
    yield made
    made.close()


@pytest.mark.postgresql
def test_when_one_of_two_workers_is_killed_the_other_finishes(server: Crew) -> None:
    workers = [server.start(), server.start()]
    batch = server.judged(800)
    until(lambda: all(server.holds_work(worker, 20) for worker in workers))
    server.kill(workers[0])
    assert until(lambda: server.ended(batch), 40) < 20
    server.check(batch, 800)
    assert len(server.calls()) <= 800 + IN_FLIGHT


@pytest.mark.postgresql
def test_a_worker_that_was_frozen_and_taken_over_writes_nothing_more(server: Crew) -> None:
    workers = [server.start(), server.start()]
    batch = server.judged(800, 800)  # answers that no test before has had judged
    until(lambda: all(server.holds_work(worker, 20) for worker in workers))
    os.kill(workers[0].pid, signal.SIGSTOP)
    until(lambda: server.ended(batch), 120)
    before, logged = server.lines(batch), server.logged(batch)
    os.kill(workers[0].pid, signal.SIGCONT)
    assert workers[0].wait(20) == 75
    # A call that it had logged when it froze may go out; it logs no other.
    assert (server.lines(batch), server.logged(batch)) == (before, logged)
    server.check(batch, 800, 800)
