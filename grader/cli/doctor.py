"""`grader doctor`: whether this machine can serve, and what to do where it cannot."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import typer

from grader.errors import GraderError

from .options import AsJson
from .output import write, write_json

if TYPE_CHECKING:
    from grader.settings import Settings

FAILED = 1


def doctor(as_json: AsJson = False) -> None:
    """Check settings, rubrics, database, disk, keys, judge and tracing.

    Asks no model: `grader judge check` does. Exit code 1 if something must be mended.
    """
    found = list(_findings())
    if as_json:
        write_json({"checks": [{"check": name, "ok": ok, "told": told} for name, ok, told in found]})
    else:
        write("\n".join(f"{'ok  ' if ok else 'FAIL'}  {name:10}  {told}" for name, ok, told in found))
    if not all(ok for _, ok, _ in found):
        raise typer.Exit(FAILED)


def _findings() -> Iterator[tuple[str, bool, str]]:
    from grader.settings import read_settings

    try:
        settings = read_settings()
    except GraderError as error:
        yield "settings", False, str(error)
        return
    yield "settings", True, f"read; data is kept in {_place(settings)}"
    yield _try("rubrics", lambda: _rubrics(settings))
    yield from _database(settings)
    yield _try("judge", lambda: _judge(settings))
    yield _try("tracing", lambda: _tracing(settings))


def _try(name: str, run: Callable[[], str]) -> tuple[str, bool, str]:
    try:
        return name, True, run()
    except GraderError as error:
        return name, False, str(error)


def _place(settings: "Settings") -> str:
    return "the database that GRADER_DATABASE_URL names" if settings.database_url else str(settings.data_dir)


def _rubrics(settings: "Settings") -> str:
    from grader.bootstrap import services

    grading = services(settings).grading
    grading.warm()
    return f"{len(grading.listing())} rubrics compile"


def _database(settings: "Settings") -> Iterator[tuple[str, bool, str]]:
    from grader.bootstrap import serving
    from grader.telemetry import examine

    try:
        opened = serving(settings.model_copy(update={"judge_models": (), "traces_endpoint": None}))
    except GraderError as error:
        yield "database", False, str(error)
        return
    try:
        for finding in examine(opened.checks, 10):
            yield finding.name, not finding.fault, finding.fault or "as it should be"
        keys = "made: everyone needs one" if opened.keys.any() else "none yet: the service is for this machine only"
        yield "keys", True, keys
    finally:
        opened.close()


def _judge(settings: "Settings") -> str:
    from grader.bootstrap import models

    if not settings.judge_models:
        return "none is configured: the matcher grades alone"
    return f"{len(models(settings))} configured; `grader judge check` asks"


def _tracing(settings: "Settings") -> str:
    from grader.bootstrap import tracing

    made = tracing(settings)
    if made is None:
        return "off"
    made.close()
    return "on: GRADER_TRACES_ENDPOINT names a collector"
