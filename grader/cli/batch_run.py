"""Grades a file of answers: look it over, grade what is not done yet, write the output whole."""

import os
import random
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import typer

from grader.batches import ENDINGS, Candidates, Piece, Survey, Tally, write_table
from grader.errors import GraderError
from grader.grading import Grading

from .batch_begun import begun
from .batch_columns import Source, surveyed
from .batch_grading import pieces, processes
from .batch_order import Order
from .batch_progress import Progress
from .collecting import nothing_collected


@dataclass(frozen=True, slots=True)
class Summary:
    """What came of it; `source` is the name of the file that was graded."""

    source: str
    out: Path
    survey: Survey
    tally: Tally
    candidates: Candidates | None


def run_batch(order: Order) -> Summary:
    """Grade a file and return the summary. Raises GraderError; whatever ends it, what is done is kept."""
    from grader.bootstrap import services

    if order.out.suffix.lower() not in ENDINGS:
        raise typer.BadParameter(f"the output's name must end in one of {', '.join(ENDINGS)}")
    with nothing_collected():
        wired = services()
    candidates = None if order.assessment is None else Candidates(wired.assessments.get(order.assessment))
    source, found = surveyed(order, wired.grading)
    summary = Summary(order.file.name, order.out, found, Tally(), candidates)
    part = order.out.with_name(f"{order.out.name}.partial")
    try:
        _grade(order, source, summary, part, wired.grading)
        _finish(order, summary, part)
    except KeyboardInterrupt:
        typer.echo(f"Stopped. What is done is in {part.name}; --resume goes on.", err=True)
        raise
    except OSError as cause:
        raise GraderError(f"The output cannot be written ({cause.strerror}). --resume goes on.") from cause
    return summary


def _wanted(order: Order, answers: int) -> range | frozenset[int]:
    """Return the places, from 0, of the answers that are graded."""
    first = answers if order.limit is None else min(order.limit, answers)
    if order.sample is None or order.sample >= first:
        return range(first)
    return frozenset(random.Random(order.seed).sample(range(first), order.sample))


def _grade(order: Order, source: Source, summary: Summary, part: Path, grading: Grading) -> None:
    ranked = summary.candidates is not None
    old = begun(part, order.out, resume=order.resume, retry=order.retry_errors, ranked=ranked)
    wanted = _wanted(order, summary.survey.answers)
    _warm(grading, summary.survey)
    with source.answers() as answers, Progress(len(wanted)) as progress:
        chosen = (answer for place, answer in enumerate(answers) if place in wanted)
        for piece in old.written(lambda fresh: pieces(order, fresh, grading), chosen):
            _count(summary, piece)
            progress.step(piece.tally.rows)


def _warm(grading: Grading, found: Survey) -> None:
    """Compile once what is asked for: children begin with it."""
    with nothing_collected():
        for rubric in found.rubrics:
            with suppress(GraderError):
                grading.prepared(rubric)


def _count(summary: Summary, piece: Piece) -> None:
    summary.tally.merge(piece.tally)
    if summary.candidates is not None:
        for grade in piece.grades:
            summary.candidates.add(grade)


def _finish(order: Order, summary: Summary, part: Path) -> None:
    """The lines are kept beside a table with errors, so that these can be tried again."""
    if order.out.suffix.lower() == ".jsonl":
        part.replace(order.out)
        return
    write_table(order.out, tuple(summary.survey.columns), part, processes(order))
    if not summary.tally.errors:
        part.unlink()


def write_whole(path: Path, text: str) -> None:
    """Write a text file beside its place and move it there. Raises GraderError."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_text(text, encoding="utf-8", errors="backslashreplace")
        beside.replace(path)
    except (OSError, ValueError) as cause:
        reason = getattr(cause, "strerror", None) or "this cannot be a file's name"
        raise GraderError(f"The page cannot be written to {path} ({reason}). Name another file.") from cause
