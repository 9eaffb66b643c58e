"""What a file of answers is taken for, before anything is graded: columns, questions, the first answers."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from pathlib import Path

from grader.batches import (
    LONGEST_LINE,
    ROLES,
    Answer,
    Columns,
    Questions,
    Survey,
    answers_of,
    columns_of,
    document_of,
    open_answers,
    survey_of,
)
from grader.errors import AnswersError, FileFault, GraderError, MappingUnsure
from grader.grading import Grade, GradeRequest, Grading, Judging, request_for, to_ask

SAMPLE, SHOWN, TRIED = 200, 5, 20
MOST_ASKED = 50
LONGEST_FIELDS = 32 * 1024
TOO_LONG = "The row is longer than 128 KiB."
_OPTIONS = re.compile(r"(?:Use|Name one with|Try) (?:`|--)[^.]*\.")


@dataclass(frozen=True, slots=True)
class Said:
    """What a person said of a file: columns by role, rubrics by the text of a question, one rubric for all, a sheet."""

    columns: Mapping[str, str] = field(default_factory=dict)
    rubrics: Mapping[str, str] = field(default_factory=dict)
    rubric: str | None = None
    sheet: str | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the file, and the rubric that it is taken for; `sure` if it is that rubric's own text or id.

    `column` if it is a column that is not graded unless a person says what it answers.
    """

    text: str
    rubric: str
    sure: bool
    answers: int | None = None
    column: bool = False


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file is taken for. `fault` says why it cannot be graded so; `unsure` what a person should look at."""

    columns: tuple[str, ...] = ()
    roles: Mapping[str, str] = field(default_factory=dict)
    form: str = ""
    wide: bool = False
    asked: tuple[Asked, ...] = ()
    unsure: tuple[str, ...] = ()
    survey: Survey | None = None
    first: tuple[Answer, ...] = ()
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Tried:
    """An answer, and its grade or why it has none."""

    answer: Answer
    grade: Grade | None
    fault: str


@dataclass(frozen=True, slots=True)
class Estimate:
    """How many answers a judge would be asked about, and what that costs at most, in US dollars, if a price is known.

    One call an answer: what is tried again after a fault is not in it.
    """

    answers: int
    cost: float | None


def preview(path: Path, grading: Grading, said: Said) -> Preview:
    """Return what a file is taken for; whatever is wrong with it is told, not raised."""
    names: tuple[str, ...] = ()
    questions = _questions(grading, said)
    try:
        with open_answers(path, sheet=said.sheet) as table:
            names, form = table.columns, table.form
            rows = list(islice(table.rows, SAMPLE))
            columns = columns_of(names, [row.cells for row in rows], questions, said.columns, rubric=said.rubric)
        with open_answers(path, sheet=said.sheet) as table:
            survey = survey_of(table.rows, columns, questions, rubric=said.rubric)
        first = tuple(islice(answers(path, grading, said, columns), TRIED))
    except (AnswersError, MappingUnsure) as fault:
        asked = tuple(Asked(name, "", sure=False, column=True) for name in names[:MOST_ASKED])
        return Preview(columns=names, roles=said.columns, asked=asked, fault=_plain(fault))
    known = {rubric.id for rubric in grading.listing()}
    asked = tuple(_asked(columns, survey, known, said))
    return Preview(names, _roles(columns), form, columns.wide, asked, columns.guessed, survey, first)


def answers(path: Path, grading: Grading, said: Said, columns: Columns | None = None) -> Iterator[Answer]:
    """Yield the answers of a file, in order. Raises AnswersError, MappingUnsure."""
    questions = _questions(grading, said)
    with open_answers(path, sheet=said.sheet) as table:
        rows = list(islice(table.rows, SAMPLE))
        found = columns or columns_of(
            table.columns, [row.cells for row in rows], questions, said.columns, rubric=said.rubric
        )
        for row in chain(rows, table.rows):
            yield from answers_of(row, found, questions, rubric=said.rubric)


def line_of(answer: Answer) -> bytes:
    """Return an answer as a line of a batch; one that is too long for the batch fails alone, and says so.

    Half a surrogate pair is written as its escape.
    """
    line = document(answer).encode("utf-8", "backslashreplace")
    if len(line) > LONGEST_LINE:
        line = document(replace(answer, text="", fields={}, fault=TOO_LONG)).encode("utf-8", "backslashreplace")
    return line + b"\n"


def document(answer: Answer) -> str:
    """Return an answer as a row of a batch, with what else its row held in `fields`."""
    return document_of(answer, _more(answer))


def tried(grading: Grading, found: Preview, number: int = SHOWN) -> tuple[Tried, ...]:
    """Return the first answers with their grades; nothing is kept."""
    return tuple(_tried(grading, answer) for answer in found.first[:number])


def estimate(grading: Grading, found: Preview, judging: Judging) -> Estimate:
    """Return how often a judge would be asked and what that would cost, as far as the first answers tell."""
    graded = [(each.answer, each.grade) for each in tried(grading, found, TRIED) if each.grade is not None]
    asked = [(answer, grade, names) for answer, grade in graded if (names := to_ask(grade, "unsure"))]
    requests = [request_for(grading.prepared(grade.rubric), answer.text, names) for answer, grade, names in asked]
    costs = [judging.most(request) for request in requests]
    known = [cost for cost in costs if cost is not None]
    number = found.survey.answers if found.survey else 0
    share = len(asked) / len(graded) if graded else 0.0
    cost = sum(known) / len(known) * share * number / 1_000_000 if known and len(known) == len(costs) else None
    return Estimate(round(share * number), cost)


def _tried(grading: Grading, answer: Answer) -> Tried:
    if answer.fault:
        return Tried(answer, None, answer.fault)
    try:
        return Tried(answer, grading.grade(GradeRequest(answer.rubric or "", answer.text, answer.mode)), "")
    except GraderError as refused:
        return Tried(answer, None, str(refused))


def _questions(grading: Grading, said: Said) -> Questions:
    """A question that a person gave a rubric to is one of its own."""
    own = ((rubric.id, rubric.question) for rubric in grading.listing())
    return Questions((*own, *((rubric, text) for text, rubric in said.rubrics.items())))


def _asked(columns: Columns, survey: Survey, known: set[str], said: Said) -> Iterator[Asked]:
    """The questions: those of the columns, or those of the rows; what a person chose and what is unsure comes first."""
    headed = {slot.answer: slot.found for slot in columns.slots if slot.found is not None}
    yield from (Asked(text, found.rubric, found.how != "close") for text, found in headed.items())
    yield from (Asked(text, rubric, sure=True) for text, rubric in said.rubrics.items() if text not in headed)
    yield from (Asked(text, "", sure=False, column=True) for text in columns.left[:MOST_ASKED])
    for text, rubric in islice(survey.close.items(), MOST_ASKED):
        yield Asked(text, rubric, sure=False)
    for text, count in survey.rubrics.most_common(MOST_ASKED):
        if text not in known:
            yield Asked(text, "", sure=False, answers=count)
        elif not columns.wide:
            yield Asked(text, text, sure=True, answers=count)


def _roles(columns: Columns) -> dict[str, str]:
    """The column of each role, for those that one column has."""
    found = {"id": columns.id, "candidate": columns.candidate, "mode": columns.mode}
    if not columns.wide:
        found |= {"answer": columns.slots[0].answer, "question": columns.slots[0].question}
    return {role: found[role] or "" for role in ROLES if found.get(role)}


def _more(answer: Answer) -> dict[str, object] | None:
    """What else the row held, for exports; cells that would make the row too long are left out."""
    found = {name: cell for name, cell in answer.fields.items() if cell is not answer.text and cell != answer.text}
    return found if found and len(json.dumps(found)) <= LONGEST_FIELDS else None


def _plain(fault: GraderError) -> str:
    """A message without the path of our own file, and without the options of the command line."""
    text = str(fault)
    if isinstance(fault, FileFault):
        place = f"{fault.path}:{fault.line}: " if fault.line else f"{fault.path}: "
        text = text.removeprefix(place)
    return _OPTIONS.sub("Choose it here.", text)
