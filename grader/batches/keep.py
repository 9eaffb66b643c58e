"""Keep what workers made of rows: a grade of a batch is a grade like any other."""

from collections.abc import Collection, Sequence
from datetime import datetime

from grader.grading import Basis, newly_made

from .batch import Batch
from .item import Made
from .repository import BatchUnit

Hashes = tuple[str, str, str]
"""A tenant, the hash of a rubric, and that of its lexicon."""


def keep(unit: BatchUnit, batch: Batch, made: Sequence[Made], now: datetime, known: Collection[Hashes] = ()) -> None:
    """Keep results and grades in one transaction; a row that has a result keeps that, and its grade.

    What grades were made by is kept too, but for what is `known` to be there. Raises BatchStopped.
    """
    fresh = unit.results.keep(batch, [each.result for each in made])
    for hashes, basis in bases(batch, made).items():
        if hashes not in known:
            unit.contents.keep(batch.tenant, basis.rubric)
            unit.contents.keep(batch.tenant, basis.lexicon)
    graded = ((each.answer, each.grade) for each in made if each.grade and each.result.number in fresh)
    unit.grades.add_all(batch.tenant, [newly_made(*pair, now, batch.made_by) for pair in graded])


def bases(batch: Batch, made: Sequence[Made]) -> dict[Hashes, Basis]:
    """Return what some grades were made by."""
    return {
        (batch.tenant, each.grade.rubric_hash, each.grade.lexicon_hash): each.basis
        for each in made
        if each.grade and each.basis
    }
