"""What a judge said before, applied again without asking."""

import pytest

from grader.access import Principal
from grader.bootstrap import Kept
from grader.errors import JudgeError
from grader.grading import Labels, grade, prepare
from grader.grading.carrying import carried, rejudged, unchanged
from grader.judge import Verdict
from tests.grading.acts import create_judged, other_rubric

ANSWER = "Whatever comes in, the peaks of jobs wait. We add more machines."
SAID: dict[str, tuple[Verdict, tuple[str, ...]]] = {
    "queues": ("met", ("the peaks of jobs wait",)),
    "scale-out": ("met", ("We add more machines",)),
}


def test_a_reply_applied_again_gives_the_same_grade(life: Kept, who: Principal) -> None:
    made = create_judged(life, who, ANSWER, SAID).grade
    assert made.judge is not None
    assert made.judge.usage.cost == 0.000123
    prepared = life.shelves.grading(who.tenant).prepared(made.rubric)
    assert rejudged(prepared, ANSWER, grade(prepared, ANSWER, Labels(made.id)), made.judge) == made


def test_only_what_is_unchanged_is_carried_and_that_can_be_replayed(life: Kept, who: Principal) -> None:
    made = create_judged(life, who, ANSWER, SAID).grade
    assert made.judge is not None
    old, new = life.shelves.grading(who.tenant).exact(made.rubric), other_rubric(life, who)
    assert unchanged(old, new) == {"scale-out"}
    prepared = prepare(new)
    plain = grade(prepared, ANSWER, Labels(made.id))
    after = carried(prepared, ANSWER, plain, made.judge, old)
    assert [concept.decided_by for concept in after.concepts] == ["judge", "matcher"]
    assert after.judge is not None
    assert (after.judge.asked, after.judge.flags) == (("scale-out",), ("cut",))
    assert rejudged(prepared, ANSWER, plain, after.judge) == after


def test_of_a_rubric_that_is_all_new_nothing_is_carried(life: Kept, who: Principal) -> None:
    made = create_judged(life, who, ANSWER, SAID).grade
    assert made.judge is not None
    old = life.shelves.grading(who.tenant).exact(made.rubric)
    concepts = tuple(concept.model_copy(update={"source": "else"}) for concept in old.concepts)
    plain = grade(prepare(old), ANSWER, Labels(made.id))
    new = prepare(old.model_copy(update={"concepts": concepts}))
    assert carried(new, ANSWER, plain, made.judge, old) == plain


def test_a_reply_that_cannot_be_read_is_an_error(life: Kept, who: Principal) -> None:
    made = create_judged(life, who, ANSWER, SAID).grade
    assert made.judge is not None
    prepared = life.shelves.grading(who.tenant).prepared(made.rubric)
    with pytest.raises(JudgeError):
        rejudged(prepared, ANSWER, made, made.judge.model_copy(update={"raw": "no"}))
