"""A small rubric of two concepts, in files; and a store, in which each test has a tenant of its own."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from secrets import token_hex

import pytest

from grader.access import ROLES, Principal
from grader.bootstrap import Kept, Services, kept
from grader.grading import Grading
from grader.rubric import FileAssessments, FileRubrics
from grader.storage import Database, open_database

RUBRIC = """
id: toy/how-to-scale
question: How to scale?
concepts:
  - id: scale-out
    source: more servers
    expect: more servers | scale out
    required: true
    feedback: {met: Scaling out is covered., partial: Say more., missed: Think of growth., contradicted: Think again.}
    hint: Traffic doubles. What now?
  - id: queues
    source: queues
    expect: queue | queues | a buffer for peaks
    feedback: {met: Buffering is covered., partial: Say more., missed: Think of peaks., contradicted: Think again.}
    hint: A spike arrives. What now?
    narrow: Ten can be done a second, and a thousand arrive. What becomes of the rest?
    direct: Nothing may be lost, and nobody can wait. What do you put in the middle?
    follow_up: What if it grows for hours?
"""


@pytest.fixture
def grading(tmp_path: Path) -> Grading:
    """A grading service over one small rubric."""
    (tmp_path / "toy").mkdir()
    (tmp_path / "toy" / "how-to-scale.yaml").write_text(RUBRIC, encoding="utf-8")
    return Grading(FileRubrics((tmp_path,)))


ASSESSMENT = """
id: take-home
title: A take-home
questions:
  - rubric: toy/how-to-scale
"""


class Clock:
    """A clock that goes on by a second whenever it is read."""

    def __init__(self) -> None:
        self.now = datetime(2026, 1, 31, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        """Return the time."""
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A database for all tests here."""
    opened = open_database(f"sqlite:///{tmp_path_factory.mktemp('grading')}/grader.db")
    yield opened
    opened.close()


@pytest.fixture
def who() -> Principal:
    """An administrator of a tenant that nobody else is of."""
    return Principal(f"t-{token_hex(8)}", "key_1", ROLES["admin"])


@pytest.fixture
def clock() -> Clock:
    """A clock of the test's own."""
    return Clock()


@pytest.fixture
def life(database: Database, grading: Grading, tmp_path: Path, clock: Callable[[], datetime]) -> Kept:
    """All that can be done with what is kept, over one small rubric and an assessment of it."""
    (tmp_path / "assessments").mkdir()
    (tmp_path / "assessments" / "take-home.yaml").write_text(ASSESSMENT, encoding="utf-8")
    folders = (tmp_path,)
    wired = Services(FileRubrics(folders), grading, FileAssessments(folders))
    return kept(database, wired, clock)
