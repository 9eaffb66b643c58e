"""What batches come to, counted by the database."""

from collections.abc import Sequence
from itertools import groupby
from math import fsum
from operator import itemgetter
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Connection, and_, case, cast, func, select

from grader.batches import BINS, CandidateBoard, ConceptCount, Filter, QuestionBoard, Result

from .batch_tables import batch_results
from .tables import grades, verdicts

_FIELDS = tuple(Result.__dataclass_fields__)
_CAME = batch_results.c
# Rows in an order that says nothing: their numbers times a large prime, cut to 32 bits.
_SHUFFLED = (cast(_CAME.number, BigInteger) * 2_654_435_761) % 4_294_967_296


class SqlBoards:
    """Counts over the results of a batch."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def questions(self, batch_id: str) -> tuple[QuestionBoard, ...]:
        """Return the questions, by rubric: few scores are different, so the database counts each and no more."""
        asked = (
            select(_CAME.rubric, _CAME.score, func.count(), _reviews())
            .where(_CAME.batch == batch_id, _CAME.score.is_not(None))
            .group_by(_CAME.rubric, _CAME.score)
            .order_by(_CAME.rubric, _CAME.score)
        )
        by_rubric = groupby(self._connection.execute(asked), key=itemgetter(0))
        return tuple(_question(rubric, tuple(scores)) for rubric, scores in by_rubric)

    def concepts(self, tenant: str, batch_id: str) -> tuple[ConceptCount, ...]:
        """Return how often each concept has each verdict."""
        latest = and_(grades.c.tenant == tenant, grades.c.id == _CAME.grade)
        theirs = and_(
            verdicts.c.tenant == tenant, verdicts.c.grade == _CAME.grade, verdicts.c.revision == grades.c.revision
        )
        asked = (
            select(_CAME.rubric, verdicts.c.concept, verdicts.c.verdict, func.count())
            .select_from(batch_results.join(grades, latest).join(verdicts, theirs))
            .where(_CAME.batch == batch_id)
            .group_by(_CAME.rubric, verdicts.c.concept, verdicts.c.verdict)
            .order_by(_CAME.rubric, func.min(verdicts.c.position))
        )
        return tuple(ConceptCount(*row) for row in self._connection.execute(asked))

    def candidates(self, batch_id: str) -> tuple[CandidateBoard, ...]:
        """Return all candidates, the best mean first."""
        low, high = func.avg(func.coalesce(_CAME.low, 0.0)), func.avg(func.coalesce(_CAME.high, 1.0))
        whole = func.count() == func.count(_CAME.score)
        means = [case((whole, func.avg(_CAME.score)), else_=(low + high) / 2), low, high]
        asked = (
            select(_CAME.candidate, func.count(), func.count(_CAME.score), *means, _reviews())
            .where(_CAME.batch == batch_id, _CAME.candidate.is_not(None))
            .group_by(_CAME.candidate)
            .order_by(means[0].desc(), _CAME.candidate)
        )
        return tuple(map(_candidate, self._connection.execute(asked)))

    def of_candidates(self, batch_id: str, candidates: tuple[str, ...]) -> tuple[Result, ...]:
        """Return the results of some candidates, in the order of the rows."""
        return self._found(and_(_CAME.batch == batch_id, _CAME.candidate.in_(candidates)), (_CAME.number,), None)

    def results(self, batch_id: str, chosen: Filter, after: int, limit: int) -> tuple[Result, ...]:
        """Return at most `limit` results, beginning after a row (-1: from the start)."""
        wanted = [_CAME.batch == batch_id]
        wanted += [
            _CAME[name] == value
            for name in ("outcome", "rubric", "candidate")
            if (value := getattr(chosen, name)) is not None
        ]
        if not chosen.shuffled:
            return self._found(and_(*wanted, _CAME.number > after), (_CAME.number,), limit)
        if after >= 0:
            wanted.append(after * 2_654_435_761 % 4_294_967_296 < _SHUFFLED)
        return self._found(and_(*wanted), (_SHUFFLED,), limit)

    def result(self, batch_id: str, number: int) -> Result | None:
        """Return the result of a row, if it has one."""
        found = self._found(and_(_CAME.batch == batch_id, _CAME.number == number), (), 1)
        return found[0] if found else None

    def _found(
        self, wanted: ColumnElement[bool], order: tuple[ColumnElement[Any], ...], limit: int | None
    ) -> tuple[Result, ...]:
        asked = select(*(_CAME[name] for name in _FIELDS)).where(wanted).order_by(*order).limit(limit)
        return tuple(Result(*row) for row in self._connection.execute(asked))


def _reviews() -> ColumnElement[int]:
    return func.sum(case((_CAME.outcome == "needs_review", 1), else_=0))


def _question(rubric: str, scores: Sequence[Any]) -> QuestionBoard:
    """The board of a rubric, from each score with its number of answers and of reviews."""
    bins = [0] * BINS
    for _, score, answers, _ in scores:
        bins[_bin_of(score)] += answers
    number = sum(bins)
    mean = fsum(score * answers for _, score, answers, _ in scores) / number
    return QuestionBoard(rubric, number, sum(int(reviews) for *_, reviews in scores), mean, tuple(bins))


def _bin_of(score: float) -> int:
    return next((at for at in range(BINS - 1) if score < (at + 1) / BINS), BINS - 1)


def _candidate(row: Any) -> CandidateBoard:
    mean, low, high = (round(float(value), 4) for value in row[3:6])
    return CandidateBoard(row[0], row[1], row[2], mean, low, high, int(row[6]))
