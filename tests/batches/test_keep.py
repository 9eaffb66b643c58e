"""A grade of a batch is a grade like any other: read, changed by people, released, erased."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from secrets import token_hex

import pytest

from grader.batches import Batch, Made, Progress, Result
from grader.batches.keep import keep
from grader.batches.keeper import UNDONE
from grader.batches.lifecycle import begin, hide
from grader.bootstrap import Kept, kept, services
from grader.errors import StorageBusy, UnknownBatch, UnknownGrade
from grader.grading import Decision, Erasing, Wanted, utc_now
from grader.grading.erasing import PATIENCE
from grader.settings import Settings
from tests.storage.test_erasure import left

from .making import GOOD, RUBRIC, WHO, Bench, rows

SAID = Decision("It says all that we asked for.", (), 0.25)


@pytest.fixture(scope="module")
def wired() -> object:
    return services(Settings())


@pytest.fixture
def life(bench: Bench, wired: object) -> Iterator[Kept]:
    return kept(bench.database, wired)  # type: ignore[arg-type, return-value]


def ids(bench: Bench, found: Progress) -> list[str]:
    """The ids of a batch's grades, in the order of its rows."""
    return [row.grade_id or "" for row in bench.batching.rows(WHO, found.batch.id, -1, 100)[1]]


def begun(bench: Bench, sent: list[dict[str, object]]) -> Batch:
    batch = bench.send(sent)
    bench.intake.take(batch)
    found = begin(bench.store, batch.id, utc_now())
    assert found is not None
    return found


def test_every_grade_can_be_read_listed_and_replayed(bench: Bench, life: Kept) -> None:
    found = bench.done(rows(4))
    for at, name in enumerate(ids(bench, found)):
        made = life.keeping.read(WHO, name)
        assert (made.stored.answer, made.grade.external_id) == (f"{GOOD} {at}", f"r-{at}")
        assert life.replaying.replay(WHO, name).identical
    assert len(life.keeping.page(WHO, Wanted(candidate="c-0")).grades) == 2


def test_what_a_person_decides_is_what_the_batch_then_says(bench: Bench, life: Kept) -> None:
    found = bench.done([{"candidate": "c", "answer": "slow queries maybe"}])
    (name,) = ids(bench, found)
    before = bench.batching.standing(WHO, found.batch.id).counts
    assert [row.number for row in bench.batching.review(WHO, found.batch.id, 9)] == [0]
    life.reviewing.override(WHO, name, 1, SAID)
    after = bench.batching.standing(WHO, found.batch.id).counts
    assert (before.needs_review, after.needs_review, after.graded) == (1, 0, 1)
    assert bench.batching.review(WHO, found.batch.id, 9) == ()
    assert [each.total for each in bench.batching.candidates(WHO, found.batch.id)] == [0.25]
    grade = bench.lines(found.batch.id)[0]["grade"]
    assert isinstance(grade, dict)
    assert (grade["score"], grade["status"], grade["id"]) == (0.25, "graded", name)


def test_a_confident_grade_that_was_drawn_is_looked_at_once(bench: Bench, life: Kept) -> None:
    found = bench.done([{"answer": "nonsense"} for _ in range(200)])
    drawn = bench.batching.review(WHO, found.batch.id, 200)
    assert drawn
    for row in drawn:
        life.reviewing.confirm(WHO, row.grade or "", 1)
    assert bench.batching.review(WHO, found.batch.id, 200) == ()


def test_a_row_that_has_a_result_gets_no_second_grade(bench: Bench, life: Kept) -> None:
    batch = begun(bench, rows(2))
    tried = bench.store.write(lambda unit: unit.rows.begin(batch, 0, 2, 2))
    made = bench.worker.matching.grade(batch, tried.rows)
    failed = Made(Result(0, "failed", error="why"))
    bench.store.write(lambda unit: keep(unit, batch, [failed], utc_now()))
    for _ in range(2):
        bench.store.write(lambda unit: keep(unit, batch, made, utc_now()))
    assert len(life.keeping.page(WHO, Wanted()).grades) == 1
    assert bench.batching.standing(WHO, batch.id).counts.failed == 1


def test_an_erased_candidate_is_gone_from_every_batch(bench: Bench, life: Kept, tmp_path: Path) -> None:
    name = f"CANARY{token_hex(12)}"
    sent = [
        {"candidate": name, "answer": f"{GOOD} {name}"},
        {"candidate": "other", "answer": GOOD},
        {"candidate": name, "rubric": "no-such", "answer": f"{name} said this"},
    ]
    done = bench.done(sent)
    waiting = begun(bench, [{"candidate": name, "answer": name}, {"candidate": "other", "answer": GOOD}])
    assert left(tmp_path, name)
    assert life.erasing.erase_candidate(WHO, name) == 3
    assert left(tmp_path, name) == []
    counts = bench.batching.standing(WHO, done.batch.id).counts
    assert (counts.total, counts.failed) == (3, 2)
    bench.worker.grade_range(waiting.id, 0, 2)
    counts = bench.batching.standing(WHO, waiting.id).counts
    assert (counts.total, counts.failed, counts.pending) == (2, 1, 0)
    assert [each.candidate for each in bench.batching.candidates(WHO, done.batch.id)] == ["other"]
    assert bench.lines(done.batch.id)[0] == {
        "row": 0, "outcome": "failed", "sent": {"erased": True}, "grade": None, "error": "The answer was erased."
    }  # fmt: skip


def test_a_row_that_is_erased_while_it_is_graded_stays_erased(bench: Bench, life: Kept, tmp_path: Path) -> None:
    batch = begun(bench, [{"candidate": "gone", "answer": "CANARY in the middle"}])
    tried = bench.store.write(lambda unit: unit.rows.begin(batch, 0, 1, 1))
    made = bench.worker.matching.grade(batch, tried.rows)
    life.erasing.erase_candidate(WHO, "gone")
    bench.store.write(lambda unit: keep(unit, batch, made, utc_now()))
    assert life.keeping.page(WHO, Wanted()).grades == ()
    assert left(tmp_path, "CANARY in the middle") == []


def test_erasing_waits_for_a_file_that_is_read_in_and_reaches_what_it_held(bench: Bench, life: Kept) -> None:
    bench.send([{"candidate": "c", "answer": GOOD}])
    pauses: list[float] = []

    def pause(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 3:
            bench.engine.run()
            bench.send([{"candidate": "later", "answer": GOOD}])

    assert Erasing(life.store, pause=pause).erase_candidate(WHO, "c") == 1
    assert len(pauses) == 3, "a file that came later is not waited for"


def test_a_file_that_takes_too_long_to_read_in_is_told(bench: Bench, life: Kept) -> None:
    bench.send([{"candidate": "c", "answer": GOOD}])
    pauses: list[float] = []
    with pytest.raises(StorageBusy, match="Erase again"):
        Erasing(life.store, pause=pauses.append).erase_candidate(WHO, "c")
    assert sum(pauses) == pytest.approx(PATIENCE)
    bench.engine.run()
    assert life.erasing.erase_candidate(WHO, "c") == 1


def test_what_is_too_old_is_erased_with_its_rows(bench: Bench, life: Kept) -> None:
    found = bench.done([*rows(3), {"rubric": "no-such", "answer": "a"}])
    assert life.erasing.retain(WHO, utc_now() - timedelta(days=1)) == 0
    assert life.erasing.retain(WHO, utc_now() + timedelta(days=1)) == 4
    assert [line["sent"] for line in bench.lines(found.batch.id)[:-1]] == [{"erased": True}] * 4


def test_of_a_deleted_batch_no_byte_is_left(bench: Bench, life: Kept, tmp_path: Path) -> None:
    canary = f"CANARY{token_hex(12)}"
    found = bench.done([{"candidate": canary, "answer": f"{GOOD} {canary} {at}"} for at in range(700)])
    (name, *_) = ids(bench, found)
    life.reviewing.override(WHO, name, 1, SAID)
    life.reviewing.release(WHO, name, 2)
    assert left(tmp_path, canary)
    bench.batching.erase(WHO, found.batch.id)
    assert left(tmp_path, canary) == []
    with pytest.raises(UnknownGrade):
        life.reviewing.shown(WHO, name)
    trail = life.store.read(lambda unit: unit.audit.page(WHO.tenant, 0, 99))
    assert [row.action for row in trail if row.subject == found.batch.id] == ["batch.create", "batch.erase"]


def test_a_deletion_that_broke_off_is_finished_by_the_keeper(bench: Bench, life: Kept) -> None:
    found = bench.done(rows(3))
    hide(bench.store, WHO, found.batch.id, utc_now())
    with pytest.raises(UnknownBatch):
        bench.batching.standing(WHO, found.batch.id)
    bench.engine.run()
    assert bench.store.read(lambda unit: unit.lives.hidden()), "who asked for it may still be at work"
    bench.keeper.erase_hidden(utc_now() + UNDONE)
    assert bench.store.read(lambda unit: unit.lives.hidden()) == ()
    assert life.keeping.page(WHO, Wanted()).grades == ()


def test_a_rubric_is_kept_once_for_all_of_its_grades(bench: Bench, life: Kept) -> None:
    bench.done(rows(600))
    assert len(bench.worker.known) == 1
    ((tenant, rubric, lexicon),) = bench.worker.known
    assert life.store.read(lambda unit: unit.contents.rubric(tenant, rubric)).id == RUBRIC
    assert life.store.read(lambda unit: unit.contents.lexicon(tenant, lexicon)).terms
