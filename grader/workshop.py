"""Who runs batches: the engine within the service, or a worker beside others; composed as in bootstrap.py."""

import fcntl
import os
import socket
from collections.abc import Sequence
from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from grader.access import HOME
from grader.bootstrap import Serving, kept, models, pepper, services, todays_allowance, unchecked_database
from grader.errors import SettingsError
from grader.settings import Settings, read_settings

if TYPE_CHECKING:
    from grader.batches import BatchStore, DurableEngine, Engine, Intake, Judged, Shelves, StartedQueue
    from grader.batches import Worker as GradingWorker
    from grader.judge import PricedJudge
    from grader.storage import Database

EMBEDDED = "embedded"


def background(
    serving: Serving, settings: Settings | None = None, named: "Sequence[PricedJudge] | None" = None
) -> "Engine":
    """Return what works on batches within the service: all of it on SQLite, on PostgreSQL only what uploads need.

    `named` are the models to judge with, in place of those that the settings name.
    """
    chosen, intake = settings or read_settings(), serving.batches.intake
    intake.sweep()
    if serving.database.embedded:
        return _engine(chosen, serving.database, EMBEDDED, serving.batches.bell, intake, named)
    from grader.batches import IntakeEngine, Keeper

    return IntakeEngine(Keeper(serving.batches.store, "", intake=intake), serving.batches.bell, _log)


def worker(settings: Settings, opened: "Database", named: "Sequence[PricedJudge] | None" = None) -> "DurableEngine":
    """Return a worker beside others on PostgreSQL. Raises SettingsError on SQLite, where the service does its work."""
    if opened.embedded:
        raise SettingsError("Workers share a PostgreSQL database: name it in GRADER_DATABASE_URL.")
    return _engine(settings, opened, worker_name(), Event(), None, named)


def worker_name() -> str:
    """Return a name that no other process has or had."""
    return f"{socket.gethostname()[:60]}-{os.getpid()}-{os.urandom(4).hex()}"


def child_shelves(settings: Settings) -> "Shelves":
    """Return the gradings of tenants; in a child process, so with a database of its own."""
    return kept(unchecked_database(settings), services(settings)).shelves.grading


def _engine(
    settings: Settings,
    opened: "Database",
    name: str,
    bell: Event,
    intake: "Intake | None",
    named: "Sequence[PricedJudge] | None",
) -> "DurableEngine":
    from grader.batches import Cores, Deliverer, DurableEngine, Keeper, LateQueue, Postman, Sender, Worker
    from grader.storage import SqlBatchStore

    store, path = SqlBatchStore(opened), settings.database.removeprefix("sqlite:///")
    cores = Cores(partial(child_shelves, settings), settings.batch_cores or len(os.sched_getaffinity(0)))
    grading = Worker(name, store, cores, _judged(settings, opened, store, name, named), Event())
    url = f"sqlite:///{path}.queue" if opened.embedded else settings.database
    queue = LateQueue(partial(_durable, url, grading))
    return DurableEngine(
        grading,
        queue,
        Keeper(store, name, queue, intake, alone=opened.embedded),
        Postman(store, Deliverer(Sender(pepper(settings)))),
        log=_log,
        bell=bell,
        lock=FileLock(f"{path}.lock").take if opened.embedded else None,
    )


def _durable(url: str, grading: "GradingWorker") -> "StartedQueue":
    from grader.batches.dbos import DbosQueue

    return DbosQueue(url, grading)


def _judged(
    settings: Settings,
    opened: "Database",
    store: "BatchStore",
    name: str,
    named: "Sequence[PricedJudge] | None",
) -> "Judged | None":
    from grader.batches import Billed, Judged, KeptReplies, Logged, logging_to
    from grader.grading import Judging
    from grader.judge import Ports, accounted, guarded
    from grader.storage import SqlSpend

    if named is None and not settings.judge_models:
        return None
    judges = tuple(Logged(model, logging_to(store, name)) for model in (named or models(settings)))
    ports = Ports(KeptReplies(store), SqlSpend(opened, HOME))
    judge = guarded(judges, width=settings.judge_width, recorder=ports.recorder)
    day = partial(todays_allowance, settings)
    billed = Billed(judge, day, lambda allowances: accounted(judge, judges, ports, allowances))
    shelves = kept(opened, services(settings)).shelves.grading
    return Judged(shelves, Judging(billed, seconds=settings.judge_deadline, aclose=judges[0].aclose), name)


def _log(what: str) -> None:
    from grader.telemetry import log

    log("batches", kind=what)


class FileLock:
    """A lock that one process holds until it ends, however it ends."""

    def __init__(self, path: str) -> None:
        self._path, self._file = path, -1

    def take(self) -> bool:
        """Return whether the lock is ours; it does not wait."""
        if self._file < 0:
            self._file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
