"""Acts of a grade's life for tests: plain functions."""

import asyncio
from typing import Any

from grader.access import Principal
from grader.bootstrap import Kept
from grader.errors import JudgeError
from grader.grading import Claim, ConceptOverride, Decision, GradeRequest, Judging, KeptGrade, new_id
from grader.judge import ScriptedJudge, Usage, Verdict
from grader.rubric import Rubric

SCALE = "toy/how-to-scale"


def create(
    life: Kept, who: Principal, answer: str = "more servers", claim: Claim | None = None, **more: Any
) -> KeptGrade:
    """Grade an answer and keep the grade."""
    grading = life.shelves.grading(who.tenant)
    request = GradeRequest(SCALE, answer, **more)
    grade = grading.grade(request, grade_id=new_id())
    return life.keeping.keep(who, answer, grade, grading.basis(grade), claim=claim)


def create_judged(
    life: Kept, who: Principal, answer: str, said: dict[str, tuple[Verdict, tuple[str, ...]]] | JudgeError
) -> KeptGrade:
    """Grade an answer with a judge that is always asked and says this, and keep the grade."""
    grading = life.shelves.grading(who.tenant)
    judging = Judging(ScriptedJudge([said], usage=Usage(10, 20, 123)), "always")
    grade = asyncio.run(grading.judged(GradeRequest(SCALE, answer), judging, grade_id=new_id()))
    return life.keeping.keep(who, answer, grade, grading.basis(grade))


def decide(score: float | None = None, **verdicts: Any) -> Decision:
    """Return a decision with verdicts by concept, `_` for `-`, and perhaps a score."""
    concepts = tuple(
        ConceptOverride(
            concept=name.replace("_", "-"), verdict=verdict, partial="incomplete" if verdict == "partial" else None
        )
        for name, verdict in verdicts.items()
    )
    return Decision("The candidate said it in the call.", concepts, score)


def other_rubric(life: Kept, who: Principal, **fields: Any) -> Rubric:
    """Return the rubric with its second concept met by `autoscaling` instead, or with other fields."""
    rubric = life.shelves.grading(who.tenant).exact(SCALE)
    second = rubric.concepts[1].model_copy(update={"expect": "autoscaling"})
    return rubric.model_copy(update={"concepts": (rubric.concepts[0], second)} | fields)
