"""What people left in force as labels: beside the machine's grades, or another person's; and what changed since."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Literal, get_args

from grader.grading import ENGINE, Grade, Looked, Prepared
from grader.judge import PROMPT_VERSION

from .labels import Labelled
from .run import Compared, Pair

Changed = Literal["rubric", "lexicon", "engine", "prompt", "model"]
CHANGES: tuple[Changed, ...] = get_args(Changed)


def compared_with_people(reviews: Iterable[Looked]) -> tuple[Compared, ...]:
    """Return reviews as labelled answers with their grades. Who only gave another score said nothing of concepts."""
    return tuple(map(_compared, reviews))


def compared_people(reviews: Iterable[Looked]) -> tuple[Compared, ...]:
    """Return what a second person left in force beside what the one before had, of answers that two looked at."""
    return tuple(
        _compared(replace(each, machine=each.people, people=each.earlier.people, whole=each.earlier.whole))
        for each in reviews
        if each.earlier is not None
    )


def changed_since(grade: Grade, prepared: Callable[[str], Prepared | None], models: Iterable[str]) -> set[Changed]:
    """Return what has changed since a grade was made: grading its answer now would use another one.

    `prepared` gives the rubric in force under an id, None if there is none; `models` are the judges in use.
    """
    now = prepared(grade.rubric)
    found: dict[Changed, bool] = {
        "rubric": now is None or grade.rubric_hash != now.rubric_hash,
        "lexicon": now is not None and grade.lexicon_hash != now.lexicon_hash,
        "engine": grade.engine != ENGINE,
    }
    if grade.judge is not None:
        found["prompt"] = grade.judge.prompt_version != PROMPT_VERSION
        found["model"] = grade.judge.model is not None and grade.judge.model not in models
    return {name for name, changed in found.items() if changed}


def _compared(looked: Looked) -> Compared:
    machine, people = looked.machine, {concept.id: concept.verdict for concept in looked.people.concepts}
    pairs = tuple(Pair(people[given.id], given) for given in machine.concepts) if looked.whole else ()
    row = Labelled(
        path="",
        line=0,
        id=machine.external_id or looked.id,
        kind="",
        question=machine.rubric,
        answer=looked.answer,
        score=looked.people.score,
        verdicts={pair.given.source: pair.labelled for pair in pairs},
        rubric=machine.rubric,
    )
    return Compared(row, machine, pairs)
