"""How far people and machine agree, as the page shows it: from reviews that are kept, or from labels that were sent."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from grader.access import Principal
from grader.authoring import rubric_of_reference
from grader.bootstrap import Serving
from grader.errors import GraderError, LabelError
from grader.evaluation import (
    Agreement,
    Asked,
    Changed,
    Compared,
    ConceptAgreement,
    Evaluator,
    Fault,
    Report,
    agreement,
    changed_since,
    compared_people,
    compared_with_people,
    concept_agreement,
    make_report,
    read_labels,
)
from grader.grading import Prepared, looked_at

from .decision import UNDONE

FEWEST, FEW = 10, 30
"""Below these numbers of answers there are no figures, and figures that say little."""
MOST_REVIEWS, MOST_LABELS, WORST = 2000, 5000, 10


@dataclass(frozen=True, slots=True)
class Outdated:
    """How many reviews are of grades that would be made by something else now, and by what: counts by its name."""

    reviews: int
    by: tuple[tuple[Changed, int], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What there is to show: without a report, because there are too few answers.

    `reviews` counts those that are kept, `used` the answers that the figures rest on, `people` who looked.
    `twice` counts the answers that two people decided about, `between` says how far these agree, if they are enough.
    """

    used: int
    report: Report | None = None
    concepts: tuple[ConceptAgreement, ...] = ()
    failed: tuple[Fault, ...] = ()
    outdated: Outdated = Outdated(0, ())
    reviews: int = 0
    people: int = 0
    twice: int = 0
    between: Agreement | None = None


def of_reviews(services: Serving, who: Principal, rubric: str | None, *, current: bool) -> Found:
    """Return the agreement with what people left in force; `current` leaves out what is out of date.

    Who undid a decision has none: the machine's verdicts are then nobody's.
    """
    found = [each for each in looked_at(services.kept.store, who, rubric, MOST_REVIEWS) if each.reason != UNDONE]
    judging, prepared = services.judges(who.tenant), _prepared(services, who)
    models = judging.judge.model.split(",") if judging else []
    changed = [changed_since(each.machine, prepared, models) for each in found]
    used = [each for each, since in zip(found, changed, strict=True) if not (current and since)]
    counts = Counter(name for since in changed for name in since)
    outdated = Outdated(sum(map(bool, changed)), tuple(counts.most_common()))
    people = {each.by for each in used} | {each.earlier.by for each in used if each.earlier}
    pairs = compared_people(each for each in used if each.earlier and each.earlier.reason != UNDONE)
    return replace(
        _found(compared_with_people(used)),
        outdated=outdated,
        reviews=len(found),
        people=len(people),
        twice=len(pairs),
        between=agreement(pairs) if len(pairs) >= FEWEST else None,
    )


def of_labels(services: Serving, who: Principal, data: bytes, name: str, seed: str) -> Found:
    """Return the agreement with a file of labels, graded now by the matcher. Raises LabelError."""
    rows, unread = read_labels(data, name)
    if not rows and not unread:
        raise LabelError("There is no labelled answer in the file. A line holds an answer and its labels.", path=name)
    if len(rows) > MOST_LABELS:
        raise LabelError(f"The file has over {MOST_LABELS:,} answers. Measure it with `grader evaluate`.", path=name)
    shelf = services.kept.shelves.shelf(who.tenant)
    compared, ungraded = Evaluator(shelf, rubric_of_reference, seed).run(rows)
    failed = (*unread, *ungraded)
    if not compared:
        raise LabelError(f"No line could be used. The first fault: {failed[0]}", path=name)
    return _found(compared, failed)


def _found(compared: tuple[Compared, ...], failed: tuple[Fault, ...] = ()) -> Found:
    if len(compared) < FEWEST:
        return Found(len(compared), failed=failed)
    return Found(len(compared), make_report(compared, failed, Asked(worst=WORST)), concept_agreement(compared), failed)


def _prepared(services: Serving, who: Principal) -> Callable[[str], Prepared | None]:
    """The rubric in force under an id, compiled; None if there is none that can be used."""
    grading = services.kept.shelves.grading(who.tenant)

    @cache
    def find(rubric_id: str) -> Prepared | None:
        try:
            return grading.prepared(grading.exact(rubric_id).id)
        except GraderError:
            return None

    return find
