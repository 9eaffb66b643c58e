"""All that can be done with what is kept, put together over one store."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from grader.rubric import Assessments, Rubrics

from .erasing import Erasing
from .keeping import Keeping, utc_now
from .publishing import Publishing
from .regrading import Regrading
from .replaying import Replaying
from .repository import Store
from .reviewing import Reviewing
from .rulings import Rulings
from .scorecards import Scorecards
from .service import Grading
from .shelf import Shelves
from .totals import Totals


@dataclass(frozen=True, slots=True)
class Kept:
    """What keeps grades and rubrics, and all that can be done with them."""

    store: Store
    shelves: Shelves
    keeping: Keeping
    reviewing: Reviewing
    regrading: Regrading
    replaying: Replaying
    erasing: Erasing
    rulings: Rulings
    scorecards: Scorecards
    publishing: Publishing
    totals: Totals


def kept_in(
    store: Store, rubrics: Rubrics, grading: Grading, files: Assessments, now: Callable[[], datetime] = utc_now
) -> Kept:
    """Return the use cases over a store; rubrics and assessments in files are there beside what was sent."""
    shelves = Shelves(store, rubrics, grading)
    publishing = Publishing(store, shelves, files, now)
    return Kept(
        store=store,
        shelves=shelves,
        keeping=Keeping(store, now),
        reviewing=Reviewing(store, now),
        regrading=Regrading(store, shelves, now),
        replaying=Replaying(store),
        erasing=Erasing(store, now),
        rulings=Rulings(store, now),
        scorecards=Scorecards(store, now),
        publishing=publishing,
        totals=Totals(store, publishing.assessment),
    )
