"""Keep a grade, read it again, list and export grades."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from grader.access import Principal
from grader.bootstrap import Kept
from grader.errors import KeyInUse, KeyReused, UnknownGrade
from grader.grading import Claim, Done, KeptGrade, Keyed, Place, Wanted, new_id
from tests.grading.acts import create, decide


def test_a_kept_grade_is_read_as_it_was_made(life: Kept, who: Principal) -> None:
    made = create(life, who, external_id="a-17", candidate="c-1")
    assert life.keeping.read(who, made.grade.id) == made
    assert made.stored.answer == "more servers"
    assert made.stored.latest.made_by == who.id


def test_an_event_loop_goes_on_while_a_grade_is_kept(life: Kept, who: Principal) -> None:
    first = create(life, who)
    again = first.grade.model_copy(update={"id": new_id()})
    basis = life.shelves.grading(who.tenant).basis(again)
    made = asyncio.run(life.keeping.keep_soon(who, "more servers", again, basis))
    assert life.keeping.read(who, again.id) == made


def test_another_tenant_cannot_read_it(life: Kept, who: Principal) -> None:
    made = create(life, who)
    with pytest.raises(UnknownGrade):
        life.keeping.read(replace(who, tenant="other"), made.grade.id)


def test_pages_end_with_no_place_to_go_on(life: Kept, who: Principal) -> None:
    made = [create(life, who).grade.id for _ in range(5)]
    seen: list[str] = []
    after: Place | None = None
    for _ in range(3):
        page = life.keeping.page(who, Wanted(), after, 2)
        seen += [each.grade.id for each in page.grades]
        after = page.after
    assert seen == made[::-1]
    assert after is None


def test_an_export_has_every_grade_with_peoples_changes(life: Kept, who: Principal) -> None:
    made = [create(life, who, candidate="c-1") for _ in range(3)]
    create(life, who, candidate="c-2")
    life.reviewing.override(who, made[0].grade.id, 1, decide(score=0.125))
    exported = list(life.keeping.all(who, Wanted(candidate="c-1")))
    assert [each.grade.score for each in exported] == [0.5, 0.5, 0.125]


def test_the_rubric_and_lexicon_are_kept_with_the_grade(life: Kept, who: Principal) -> None:
    grade = create(life, who).grade
    assert life.store.read(lambda unit: unit.contents.rubric(who.tenant, grade.rubric_hash)).id == grade.rubric
    assert life.store.read(lambda unit: unit.contents.lexicon(who.tenant, grade.lexicon_hash)).id == "none"


def test_a_grade_is_kept_in_one_step_with_the_answer_to_its_request(life: Kept, who: Principal) -> None:
    keyed = Keyed(who.tenant, "POST /v1/grades", "k-1", "sha256:1", datetime(2026, 1, 31, tzinfo=UTC))
    claim = life.store.write(lambda unit: unit.idempotency.claim(keyed))
    assert isinstance(claim, Claim)
    made = create(life, who, claim=claim)
    assert life.store.write(lambda unit: unit.idempotency.claim(keyed)) == Done(201, made.grade.id)
    with pytest.raises(KeyInUse):
        create(life, who, claim=claim)
    assert len(life.keeping.page(who, Wanted()).grades) == 1


def test_what_was_done_before_is_told_and_nothing_is_kept_again(life: Kept, who: Principal) -> None:
    first = create(life, who)
    basis, keyed = (
        life.shelves.grading(who.tenant).basis(first.grade),
        Keyed(who.tenant, "r", "k", "f", first.stored.made),
    )

    def once(keyed: Keyed | None) -> KeptGrade | Done:
        fresh = first.grade.model_copy(update={"id": new_id()})
        return asyncio.run(life.keeping.keep_once(who, "more servers", fresh, basis, keyed))

    made = once(keyed)
    assert isinstance(made, KeptGrade)
    assert once(keyed) == Done(201, made.grade.id)
    assert isinstance(once(None), KeptGrade), "without a key each is done"
    with pytest.raises(KeyReused):
        once(replace(keyed, fingerprint="another"))
    assert len(life.keeping.page(who, Wanted()).grades) == 3


def test_keeping_is_in_the_audit_without_a_word_of_the_answer(life: Kept, who: Principal) -> None:
    made = create(life, who, "more servers, said xyzzy", candidate="c-xyzzy", external_id="e-xyzzy")
    (row,) = life.store.read(lambda unit: unit.audit.page(who.tenant, 0, 9))
    assert (row.action, row.subject, row.actor) == ("grade.create", made.grade.id, "key_1")
    assert "xyzzy" not in row.model_dump_json()


def test_of_many_requests_with_one_key_that_come_at_once_one_is_kept(life: Kept, who: Principal) -> None:
    first = create(life, who)
    basis = life.shelves.grading(who.tenant).basis(first.grade)
    keyed = [Keyed(who.tenant, "r", f"k-{number % 3}", "f", first.stored.made) for number in range(30)]

    async def many() -> list[KeptGrade | Done]:
        fresh = [first.grade.model_copy(update={"id": new_id()}) for _ in keyed]
        asked = zip(fresh, keyed, strict=True)
        return await asyncio.gather(*(life.keeping.keep_once(who, "a", made, basis, key) for made, key in asked))

    found = asyncio.run(many())
    made = {each.grade.id for each in found if isinstance(each, KeptGrade)}
    told = {each.resource for each in found if isinstance(each, Done)}
    assert (len(made), told) == (3, made)
    assert {each.grade.id for each in life.keeping.page(who, Wanted()).grades} == {first.grade.id, *made}


def test_grades_of_two_tenants_that_are_kept_at_once_stay_apart(life: Kept, who: Principal) -> None:
    first, other = create(life, who), replace(who, tenant=f"{who.tenant}x")
    basis = life.shelves.grading(who.tenant).basis(first.grade)

    async def both() -> None:
        fresh = [first.grade.model_copy(update={"id": new_id()}) for _ in range(4)]
        mine = zip((who, other, who, other), fresh, strict=True)
        await asyncio.gather(*(life.keeping.keep_once(each, "a", made, basis, None) for each, made in mine))

    asyncio.run(both())
    assert [len(life.keeping.page(each, Wanted()).grades) for each in (who, other)] == [3, 2]
    rows = life.store.read(lambda unit: unit.audit.page(other.tenant, 0, 9))
    assert [row.number for row in rows] == [1, 2]
