"""The composition root: settings in, services out."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

import grader
from grader.errors import SettingsError
from grader.grading import Grading, kept_in, utc_now
from grader.grading import Kept as Kept
from grader.rubric import FileAssessments, FileRubrics
from grader.settings import Settings, read_settings

if TYPE_CHECKING:
    from grader.access import Doorkeeper
    from grader.authoring import Bench, Library
    from grader.batches import Batching
    from grader.grading import Judging, When
    from grader.judge import Allowance, Judge, Ports, PricedJudge
    from grader.storage import Database, KeptKeys
    from grader.telemetry import Check, Metrics
    from grader.telemetry.tracing import Tracing

PACKAGE = Path(grader.__file__).parent


@dataclass(frozen=True, slots=True)
class Services:
    """What the edges of the program use."""

    rubrics: FileRubrics
    grading: Grading
    assessments: FileAssessments


def services(settings: Settings | None = None) -> Services:
    """Return the services for some settings; without any, for those of the environment."""
    folders = rubric_folders(settings or read_settings())
    rubrics = FileRubrics(folders)
    return Services(rubrics, Grading(rubrics), FileAssessments(folders))


def judging(
    settings: Settings | None = None,
    when: "When | None" = None,
    *,
    ports: "Ports | None" = None,
) -> "Judging | None":
    """Return the judge that some settings name, or None: no model is named, or it is never to be asked.

    Raises SettingsError if a judge is asked for (`when`) and none is named. Loads the vendor, which takes seconds.
    """
    chosen = settings or read_settings()
    if when == "never" or not (chosen.judge_models or when):
        return None
    from grader.grading import Judging

    named = models(chosen)
    judge = _judge(named, chosen, ports)
    return Judging(judge, when or "unsure", chosen.judge_deadline, named[0].aclose)


def models(settings: Settings | None = None) -> "tuple[PricedJudge, ...]":
    """Return each model that some settings name, as a judge of its own. Raises SettingsError if there is none."""
    chosen = settings or read_settings()
    if not chosen.judge_models:
        raise SettingsError("No judge is configured. Name a model in GRADER_JUDGE_MODELS, or use `--judge never`.")
    from grader.judge.litellm import Litellm, LitellmJudge

    vendor = Litellm()
    return tuple(LitellmJudge(vendor, name, api_base=chosen.judge_api_base) for name in chosen.judge_models)


def _judge(named: "tuple[PricedJudge, ...]", settings: Settings, ports: "Ports | None") -> "Judge":
    from grader.judge import Ports, accounted, guarded

    chosen = ports or Ports()
    judge = guarded(named, width=settings.judge_width, recorder=chosen.recorder)
    return accounted(judge, named, chosen, _allowances(settings))


def _allowances(settings: Settings) -> "Callable[[], tuple[Allowance, ...]] | None":
    return None if settings.judge_budget is None else partial(todays_allowance, settings)


def todays_allowance(settings: Settings) -> "tuple[Allowance, ...]":
    """Return what judging may cost today, as some settings say; nothing if they set no budget."""
    from grader.judge import Allowance

    limit = settings.judge_budget
    return () if limit is None else (Allowance(f"day:{datetime.now(UTC):%Y-%m-%d}", int(limit * 1_000_000)),)


def judges(settings: Settings, opened: "Database", metrics: "Metrics") -> "Callable[[str], Judging | None]":
    """Return the judge of each tenant: what was said is kept apart; models, and the budget of a day, are shared."""
    if not settings.judge_models:
        return lambda _: None
    from grader.access import HOME
    from grader.grading import Judging
    from grader.judge import Ports, accounted, guarded
    from grader.storage import SqlJudgeCache, SqlSpend

    named = models(settings)
    judge = guarded(named, width=settings.judge_width, recorder=metrics)

    @cache
    def of(tenant: str) -> Judging:
        ports = Ports(SqlJudgeCache(opened, tenant), SqlSpend(opened, HOME), metrics)
        counted = accounted(judge, named, ports, _allowances(settings))
        return Judging(counted, "unsure", settings.judge_deadline, named[0].aclose, named[0].most)

    return of


@dataclass(frozen=True, slots=True)
class Serving:
    """What the service uses; whoever opens it closes it. `rates` are those of a key, and of an address without one.

    `secret` is what keys and cursors are made with.
    """

    rubrics: FileRubrics
    grading: Grading
    assessments: FileAssessments
    database: "Database"
    keys: "KeptKeys"
    doorkeeper: "Doorkeeper"
    metrics: "Metrics"
    checks: "tuple[Check, ...]"
    kept: "Kept"
    batches: "Batching"
    judges: "Callable[[str], Judging | None]"
    library: "Callable[[], Library]"
    secret: bytes
    rates: tuple[str, str]
    tracing: "Tracing | None" = None

    def close(self) -> None:
        """Finish what is being written, let go of the database, and send the traces that wait."""
        self.database.close()
        if self.tracing is not None:
            self.tracing.close()


def serving(settings: Settings | None = None) -> Serving:
    """Return what the service uses, the database opened. Raises SettingsError, StorageFault."""
    from grader.access import KeyDoorkeeper
    from grader.batches import Batching, Intake
    from grader.storage import KeptKeys, SqlBatchStore
    from grader.telemetry import Metrics

    chosen = settings or read_settings()
    traces = tracing(chosen)
    plain, opened, secret, metrics = services(chosen), database(chosen), pepper(chosen), Metrics()
    keys, store, keeps = KeptKeys(opened), SqlBatchStore(opened), kept(opened, plain)
    return Serving(
        rubrics=plain.rubrics,
        grading=plain.grading,
        assessments=plain.assessments,
        database=opened,
        keys=keys,
        doorkeeper=KeyDoorkeeper(keys, secret, lambda: datetime.now(UTC)),
        metrics=metrics,
        checks=checks(chosen, opened),
        kept=keeps,
        batches=Batching(store, Intake(chosen.data_dir / "spool", store, keeps.shelves.grading), secret, Event()),
        judges=judges(chosen, opened, metrics),
        library=lambda: library(chosen),
        secret=secret,
        rates=(chosen.rate_limit, chosen.rate_limit_keyless),
        tracing=traces,
    )


def tracing(settings: Settings) -> "Tracing | None":
    """Return what sends traces of requests, or None: no collector is named. Raises SettingsError without the extra."""
    if settings.traces_endpoint is None:
        return None
    try:
        from grader.telemetry.tracing import Tracing
    except ModuleNotFoundError:
        raise SettingsError("GRADER_TRACES_ENDPOINT needs the extra `otel`: pip install 'grader[otel]'.") from None
    return Tracing(settings.traces_endpoint, grader.__version__)


def checks(settings: Settings, opened: "Database") -> "tuple[Check, ...]":
    """Return what must hold for the service to be ready."""
    from grader.storage import check, heartbeat, probe
    from grader.telemetry import Check, disk_check

    found = (
        Check("write", lambda: probe(opened)),
        Check("migrations", lambda: check(opened)),
        Check("worker", lambda: heartbeat(opened), vital=False),
    )
    return (*found, disk_check(settings.data_dir, settings.disk_floor)) if opened.embedded else found


def pepper(settings: Settings) -> bytes:
    """Return what the digests of keys are made with: the setting, else a file that only its owner may read."""
    from grader.storage import read_pepper

    if settings.key_pepper is not None:
        return settings.key_pepper.get_secret_value().encode()
    make_folder(settings.data_dir)
    return read_pepper(settings.data_dir)


def bench(settings: Settings | None = None) -> "Bench":
    """Return the self-test of the rubrics that some settings name; without any, of those of the environment."""
    from grader.authoring import Bench

    folders = rubric_folders(settings or read_settings())
    return Bench(FileRubrics(folders), folders, tuple(map(seeds_beside, folders)))


def kept(opened: "Database", wired: Services, now: Callable[[], datetime] = utc_now) -> Kept:
    """Return the services over a database."""
    from grader.storage import SqlStore

    return kept_in(SqlStore(opened), wired.rubrics, wired.grading, wired.assessments, now)


@contextmanager
def life(settings: Settings | None = None) -> "Iterator[Kept]":
    """Give the services over the database of some settings, for as long as the block runs."""
    chosen = settings or read_settings()
    opened = database(chosen)
    try:
        yield kept(opened, services(chosen))
    finally:
        opened.close()


def unchecked_database(settings: Settings | None = None) -> "Database":
    """Return the database of some settings as it is: its tables may be of another version, or not there."""
    from grader.storage import Database

    chosen = settings or read_settings()
    if chosen.database_url is None:
        make_folder(chosen.data_dir)
    return Database(chosen.database)


def database(settings: Settings | None = None) -> "Database":
    """Return the database of some settings, with the newest tables; whoever opens it closes it.

    An embedded one is made and migrated here. Raises StorageOutdated for a server's with other tables.
    """
    from grader.storage import open_database

    chosen = settings or read_settings()
    if chosen.database_url is None:
        make_folder(chosen.data_dir)
    return open_database(chosen.database)


def make_folder(folder: Path) -> None:
    """Make a folder that only its owner may read, if it is not there. Raises SettingsError."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as cause:
        raise SettingsError(f"GRADER_DATA_DIR cannot be made ({cause.strerror}). Name a folder to write to.") from None


def rubric_folders(settings: Settings) -> tuple[Path, ...]:
    """Return the folders of rubrics, the operator's own first."""
    own = () if settings.rubrics_dir is None else (settings.rubrics_dir,)
    return (*own, shipped_rubrics())


def library(settings: Settings | None = None) -> "Library":
    """Return where lint finds rubrics, lexicons and seeds."""
    from grader.authoring import Library

    chosen = settings or read_settings()
    own = () if chosen.rubrics_dir is None else (chosen.rubrics_dir.parent / "seeds",)
    return Library(rubric_folders(chosen), (*own, seeds_beside(shipped_rubrics())))


def shipped_rubrics(package: Path = PACKAGE) -> Path:
    """Return the folder of the shipped rubrics: in a wheel within the package, in a checkout beside it."""
    within = package / "_rubrics"
    return within if within.is_dir() else package.parent / "rubrics"


def seeds_beside(rubrics: Path) -> Path:
    """Return the folder of seeds that belongs to a folder of rubrics: `seeds` beside it, in a wheel `_seeds`."""
    return rubrics.with_name("_seeds" if rubrics.name == "_rubrics" else "seeds")
