"""Batches for tests, on a real SQLite database, with an engine that works when it is told to."""

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from secrets import token_hex
from threading import Event

from grader.access import HOME, ROLES, Principal
from grader.batches import (
    Batch,
    Batching,
    BatchStore,
    BatchUnit,
    Here,
    InlineEngine,
    InlineQueue,
    Intake,
    Keeper,
    Matching,
    Order,
    Progress,
    Submission,
    Worker,
)
from grader.batches.judged import Judged
from grader.bootstrap import services
from grader.grading import Claim, Grading, Keyed, utc_now
from grader.settings import Settings
from grader.storage import SqlBatchStore, open_database

WHO = Principal(HOME, "tester", ROLES["admin"])
RUBRIC = "backend-hiring-questions/when-to-use-cache"
GOOD = "Cache the results of slow queries in memory, with a TTL, because stale data is the price."
_grading: list[Grading] = []


def shared_grading() -> Grading:
    """The shipped rubrics, compiled once for all tests."""
    if not _grading:
        _grading.append(services(Settings()).grading)
    return _grading[0]


def shelves(tenant: str) -> Grading:
    return shared_grading()


class Bench:
    """Everything that batches need, in a folder of its own."""

    def __init__(
        self, folder: Path, matching: Matching | None = None, judge: Callable[[BatchStore], Judged] | None = None
    ) -> None:
        self.database = open_database(f"sqlite:///{folder}/grader.db")
        self.store = SqlBatchStore(self.database)
        self.intake = Intake(folder / "spool", self.store, shelves)
        self.batching = Batching(self.store, self.intake, b"key", Event())
        judged = judge(self.store) if judge else None
        self.worker = Worker("w-1", self.store, matching or Here(shelves), judged, Event())
        self.queue = InlineQueue(self.worker)
        self.keeper = Keeper(self.store, "w-1", self.queue, self.intake, alone=True)
        self.engine = InlineEngine(self.keeper, self.worker)
        self.engine.start()

    def send(self, rows: Iterable[object], order: Order | None = None, ending: str = ".jsonl") -> Batch:
        """Send a batch; nothing is done with it yet."""
        body = "".join(row if isinstance(row, str) else json.dumps(row) + "\n" for row in rows)
        with self.intake.spool(ending) as spool:
            spool.write(body.encode("utf-8"))
            digest = spool.finish()
        sent = Submission(spool.path.name, digest, order or Order(rubric=RUBRIC))
        return self.batching.submit(WHO, sent, self.claim(), 202).batch

    def claim(self) -> Claim:
        """A claim on a key of its own."""
        keyed = Keyed(HOME, "POST /v1/batches", token_hex(8), "f", utc_now())
        claim = self.store.write(lambda unit: unit.idempotency.claim(keyed))
        assert isinstance(claim, Claim)
        return claim

    def done(self, rows: Iterable[object], order: Order | None = None, ending: str = ".jsonl") -> Progress:
        """Send a batch and have it graded."""
        batch = self.send(rows, order, ending)
        self.engine.run()
        return self.batching.standing(WHO, batch.id)

    def lines(self, batch_id: str) -> list[dict[str, object]]:
        """All result lines of a batch that has ended."""
        lines, text = self.batching.lines(WHO, batch_id), ""
        while not lines.done:
            text += lines.step()
        return [json.loads(line) for line in text.splitlines()]

    def age(self, batch: Batch, **changed: object) -> None:
        """Make a batch another one, as if time had passed."""

        def work(unit: BatchUnit) -> None:
            unit.rows.erase(batch.id, 1000)
            unit.lives.erase(batch.id)
            unit.batches.add(replace(batch, **changed))  # type: ignore[arg-type]

        self.store.write(work)

    def close(self) -> None:
        self.engine.stop()
        self.database.close()


def rows(number: int) -> list[dict[str, object]]:
    """Rows with different answers."""
    return [{"id": f"r-{at}", "candidate": f"c-{at % 3}", "answer": f"{GOOD} {at}"} for at in range(number)]
