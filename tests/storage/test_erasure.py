"""After an erasure no byte of an answer is left in any file of the data folder."""

from dataclasses import replace
from pathlib import Path
from random import Random
from secrets import token_hex

import pytest
from sqlalchemy import Table

from grader.access import LOCAL
from grader.bootstrap import Kept, Services, kept, services
from grader.grading import Decision, GradeRequest, StoredGrade, new_id
from grader.settings import Settings
from grader.storage import SqlStore, open_database
from grader.storage.changes import PARTS
from grader.storage.database import Database
from grader.storage.tables import confirmations
from tests.grading.cards import make_draft
from tests.storage.factories import add, make_stored

SLUG = "backend-hiring-questions/when-to-use-cache"
SAID = "I would cache slow queries with a TTL and invalidate on writes. "


@pytest.fixture(scope="module")
def wired() -> Services:
    return services(Settings())


def create(life: Kept, answer: str, candidate: str) -> str:
    """Keep a grade that a person has overridden, confirmed and released, and return its id."""
    grading = life.shelves.grading(LOCAL.tenant)
    grade = grading.grade(
        GradeRequest(SLUG, answer, external_id=f"e-{candidate}", candidate=candidate), grade_id=new_id()
    )
    life.keeping.keep(LOCAL, answer, grade, grading.basis(grade))
    life.reviewing.override(LOCAL, grade.id, 1, Decision(f"What {candidate} said is enough.", (), 0.5))
    life.reviewing.release(LOCAL, grade.id, 2)
    return grade.id


def left(folder: Path, word: str) -> list[str]:
    """Return the files that hold a word in any of the usual encodings, or its middle: no half may be left either."""
    wanted = [text.encode(coding) for text in (word, word[4:-4]) for coding in ("utf-8", "utf-16-le")]
    return [path.name for path in folder.rglob("*") if path.is_file() and any(w in path.read_bytes() for w in wanted)]


@pytest.mark.parametrize("size", [1, 300], ids=["short", "over many pages"])
def test_no_byte_of_an_erased_answer_is_left(wired: Services, tmp_path: Path, size: int) -> None:
    canary = f"CANARY{token_hex(12)}"
    database = open_database(f"sqlite:///{tmp_path}/grader.db")
    life = kept(database, wired)
    create(life, SAID, "someone")
    create(life, f"{SAID * size}{canary} {SAID}", canary)
    assert left(tmp_path, canary)
    assert life.erasing.erase_candidate(LOCAL, canary) == 1
    assert left(tmp_path, canary) == []
    assert left(tmp_path, "someone")
    database.close()
    assert left(tmp_path, canary) == []


FORGOTTEN = [part for part in PARTS if part is not confirmations]
"""What holds words of an answer, or about one; who confirmed a grade is no secret of the candidate's."""


@pytest.mark.parametrize("part", FORGOTTEN, ids=lambda part: str(part.name))
def test_an_erasure_that_forgets_a_table_would_be_noticed(
    wired: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: Table
) -> None:
    """A planted fault for each table."""
    monkeypatch.setattr("grader.storage.changes.PARTS", tuple(each for each in PARTS if each is not part))
    assert erased(wired, tmp_path)


def test_an_erasure_that_only_deletes_rows_would_be_noticed(
    wired: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A planted fault: deleted rows still stand in the log."""
    monkeypatch.setattr(Database, "scrub", lambda _: None)
    assert erased(wired, tmp_path)


def test_the_planted_faults_are_what_is_noticed(wired: Services, tmp_path: Path) -> None:
    assert erased(wired, tmp_path) == []


def erased(wired: Services, folder: Path) -> list[str]:
    """Erase one candidate's answer, whose evidence holds the candidate's word; return the files that still do."""
    canary = f"CANARY{token_hex(12)}"
    database = open_database(f"sqlite:///{folder}/grader.db")
    life = kept(database, wired)
    create(life, f"For slow {canary} queries, with a TTL. {SAID}", canary)
    assert left(folder, canary)
    life.erasing.erase_candidate(LOCAL, canary)
    found = left(folder, canary)
    database.close()
    return found


def test_no_byte_of_an_erased_scorecard_is_left(wired: Services, tmp_path: Path) -> None:
    canary = f"CANARY{token_hex(12)}"
    database = open_database(f"sqlite:///{tmp_path}/grader.db")
    life = kept(database, wired)
    life.scorecards.keep(LOCAL, make_draft("someone"))
    life.scorecards.keep(LOCAL, make_draft(canary))
    assert left(tmp_path, canary)
    assert life.erasing.erase_candidate(LOCAL, canary) == 1
    assert left(tmp_path, canary) == []
    assert left(tmp_path, "someone")
    database.close()


def named(name: str, base: StoredGrade, words: int) -> StoredGrade:
    """Return a grade whose ids, candidate and answer all hold a name."""
    machine = base.machine.model_copy(update={"id": f"grd_{name}", "candidate": name})
    revision = base.latest.model_copy(update={"id": f"rev_{name}", "grade": machine.id, "machine": machine})
    return replace(base, id=machine.id, answer=name + " lorem ipsum" * words, revisions=(revision,))


@pytest.mark.long
def test_not_even_where_rows_were_moved_between_pages(tmp_path: Path) -> None:
    chance, base = Random(1), make_stored()  # with this seed names are left behind if the file is not rewritten
    names = [f"CANARY{chance.getrandbits(96):024x}" for _ in range(3000)]
    database = open_database(f"sqlite:///{tmp_path}/grader.db")
    store = SqlStore(database)
    for at in range(0, len(names), 500):
        add(store, LOCAL.tenant, *(named(name, base, chance.randint(1, 60)) for name in names[at : at + 500]))
    gone = chance.sample(names, 1500)
    ids = tuple(f"grd_{name}" for name in gone)
    store.write(lambda unit: unit.changes.erase(LOCAL.tenant, ids))
    store.scrub()
    data = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert [name for name in gone if name.encode() in data] == []
    assert all(name.encode() in data for name in set(names) - set(gone))
    database.close()
