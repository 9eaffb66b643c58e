"""What the columns of a file of answers are taken for: told before grading, and asked where it is a guess."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice

import typer

from grader.batches import Answer, Columns, Questions, Survey, answers_of, columns_of, open_answers, survey_of
from grader.errors import MappingUnsure
from grader.grading import Grading

from .batch_order import Order
from .glyphs import one_line

SAMPLE = 200
MOST_TOLD = 20


@dataclass(frozen=True, slots=True)
class Source:
    """A file of answers with what its columns are for."""

    order: Order
    columns: Columns
    questions: Questions
    rubric: str | None

    @contextmanager
    def answers(self) -> Iterator[Iterator[Answer]]:
        """Give the file's answers, in order, for as long as the block runs."""
        with open_answers(self.order.file, sheet=self.order.sheet, encoding=self.order.encoding) as table:
            yield (
                answer
                for row in table.rows
                for answer in answers_of(row, self.columns, self.questions, rubric=self.rubric)
            )


def surveyed(order: Order, grading: Grading) -> tuple[Source, Survey]:
    """Return a file's answers and what is in it, told on standard error. Raises AnswersError, MappingUnsure."""
    questions = Questions((each.id, each.question) for each in grading.listing())
    rubric = None if order.rubric is None else grading.rubric(order.rubric).id
    with open_answers(order.file, sheet=order.sheet, encoding=order.encoding) as table:
        rows = list(islice(table.rows, SAMPLE))
        columns = columns_of(table.columns, [row.cells for row in rows], questions, order.said, rubric=rubric)
        _tell(f"Read as {table.form}: {_choice(columns, rubric)}.")
    with open_answers(order.file, sheet=order.sheet, encoding=order.encoding) as table:
        found = survey_of(table.rows, columns, questions, rubric=rubric)
    _tell_survey(found)
    _confirm(order, (*columns.guessed, *_close(found)))
    return Source(order, columns, questions, rubric), found


def _choice(columns: Columns, rubric: str | None) -> str:
    labels = {"id": columns.id, "candidate": columns.candidate, "mode": columns.mode}
    told = [f"{role} in {name!r}" for role, name in labels.items() if name]
    if columns.wide:
        told.append(f"answers to {len(columns.slots)} questions in {', '.join(repr(s.answer) for s in columns.slots)}")
    else:
        told.append(f"answer in {columns.slots[0].answer!r}")
        told.append(f"all of {rubric}" if rubric else f"question in {columns.slots[0].question!r}")
    return "; ".join(told)


def _tell_survey(found: Survey) -> None:
    _tell(f"{found.answers:,} answers in {found.rows:,} rows.")
    for rubric, count in found.rubrics.most_common(MOST_TOLD):
        _tell(f"  {count:,} to {rubric[:100]}")
    if len(found.rubrics) > MOST_TOLD:
        _tell(f"  and {len(found.rubrics) - MOST_TOLD} more")
    if found.same_id:
        _tell(f"Note: {found.same_id:,} rows have an id that an earlier row has. Each is graded.")
    if found.same_question:
        _tell(f"Note: {found.same_question:,} rows answer a question that their candidate answered before.")


def _close(found: Survey) -> tuple[str, ...]:
    return tuple(f"question {asked[:80]!r} reads nearly like that of {rubric}" for asked, rubric in found.close.items())


def _confirm(order: Order, guessed: tuple[str, ...]) -> None:
    for guess in guessed[:MOST_TOLD]:
        _tell(f"Unsure: {guess}")
    if not guessed or order.yes:
        return
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise MappingUnsure(f"Unsure of {len(guessed)} of these. Look at them; --yes takes them, --map says otherwise.")
    typer.confirm("Grade them so?", abort=True, err=True)


def _tell(text: str) -> None:
    typer.echo(one_line(text) if not text.startswith(" ") else f"  {one_line(text)}", err=True)
