"""What a batch came to, as a page for a terminal and as JSON."""

from typing import TYPE_CHECKING, Any

from .glyphs import visible

if TYPE_CHECKING:
    from rich.table import Table

    from grader.batches import Candidates, QuestionTally, Standing

    from .batch_run import Summary

WEAKEST = 3
MOST_CANDIDATES = 50


def batch_page(summary: "Summary") -> tuple[object, ...]:
    """Return the page on a batch."""
    tally = summary.tally
    parts: list[object] = [
        f"{tally.rows - tally.errors:,} of {tally.rows:,} answers graded, {tally.errors:,} with an error",
        f"written to {summary.out}",
    ]
    if tally.questions:
        parts += ["", _questions(tally.questions)]
    if summary.candidates is not None:
        parts += ["", *_candidates(summary.candidates)]
    return tuple(parts)


def _table(*columns: str) -> "Table":
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        table.add_column(column, justify="right" if column in RIGHT else "left", overflow="fold")
    return table


RIGHT = ("answers", "mean", "review", "rank", "total", "range", "scored", "beyond")


def _questions(tallies: "tuple[QuestionTally, ...]") -> "Table":
    table = _table("question", "answers", "mean", "review", "least met concepts")
    for one in tallies:
        weakest = ", ".join(f"{concept} {one.hit_rate(concept):.0%}" for concept in one.weakest[:WEAKEST])
        name = one.rubric.rpartition("/")[2]
        table.add_row(name, f"{one.answers:,}", f"{one.mean:.2f}", f"{one.needs_review:,}", weakest)
    return table


def _candidates(candidates: "Candidates") -> list[object]:
    table = _table("rank", "candidate", "total", "range", "scored", "beyond", "weakest concepts")
    standings = candidates.standings()
    for one in standings[:MOST_CANDIDATES]:
        table.add_row(*_row(one))
    notes = [
        f"{visible(one.candidate)} answered {', '.join(one.doubled)} more than once: none of these counts"
        for one in standings
        if one.doubled
    ]
    if len(standings) > MOST_CANDIDATES:
        notes.append(f"and {len(standings) - MOST_CANDIDATES} more candidates; --json and --html list all")
    if candidates.nameless:
        notes.append(f"{candidates.nameless:,} answers name no candidate; `--map candidate=COLUMN` says who")
    if candidates.elsewhere:
        notes.append(f"{candidates.elsewhere:,} answers are to questions that {candidates.assessment.id} does not ask")
    return [table, *notes, "Whose ranges overlap share a rank: the grades do not tell them apart."]


def _row(one: "Standing") -> tuple[str, ...]:
    total = "-" if one.total.total is None else f"{one.total.total:.2f}"
    reach = f"{one.total.low:.2f}-{one.total.high:.2f}"
    weakest = ", ".join(one.weakest) or "-"
    return str(one.rank), visible(one.candidate), total, reach, one.total.counted, str(one.beyond), weakest


def json_of(summary: "Summary") -> dict[str, Any]:
    """Return what a batch came to as plain values."""
    tally, candidates = summary.tally, summary.candidates
    found: dict[str, Any] = {
        "rows": tally.rows,
        "errors": tally.errors,
        "out": str(summary.out),
        "same_id": summary.survey.same_id,
        "questions": [_question(one) for one in tally.questions],
    }
    if candidates is not None:
        found["candidates"] = [_standing(one) for one in candidates.standings()]
        found |= {"nameless": candidates.nameless, "elsewhere": candidates.elsewhere}
    return found


def _question(one: "QuestionTally") -> dict[str, Any]:
    concepts = [
        {"id": concept, "source": one.sources[concept], "hit_rate": round(one.hit_rate(concept), 4), **counts}
        for concept, counts in one.verdicts.items()
    ]
    counted = {"answers": one.answers, "blank": one.blank, "needs_review": one.needs_review}
    return {"rubric": one.rubric, **counted, "mean": round(one.mean, 4), "concepts": concepts}


def _standing(one: "Standing") -> dict[str, Any]:
    more = {"weakest": one.weakest, "beyond": one.beyond, "needs_review": one.needs_review, "doubled": one.doubled}
    return {"candidate": one.candidate, "rank": one.rank, **one.total.model_dump(mode="json"), **more}
