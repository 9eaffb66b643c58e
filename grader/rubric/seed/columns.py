"""The columns of a table: which holds the question, which the reference answer, the weight, the id."""

from collections.abc import Sequence
from dataclasses import dataclass

from grader.rubric.frontmatter import check_id

from .draft import Draft, lines_of, one_line, weight_of
from .page import Page

NAMES = {
    "question": ("question", "questions", "prompt", "question text"),
    "reference": (
        *("reference", "answer", "expected", "reference answer", "model answer", "expected answer", "sample answer"),
        *("ideal answer", "answers"),
    ),
    "weight": ("weight", "points", "marks"),
    "id": ("id", "slug"),
}
ADVICE = "Name the columns `question` and `reference`; `weight` and `id` may follow."


@dataclass(frozen=True, slots=True)
class Columns:
    """The 0-based places of a table's columns; None for one that is not there."""

    question: int
    reference: int
    weight: int | None = None
    id: int | None = None


PLAIN = Columns(0, 1)


def field_of(name: str) -> str | None:
    """Return the field that a column's name stands for, whatever its case: `Model answer` for the reference."""
    folded = " ".join(name.lower().replace("_", " ").replace("-", " ").strip("*` ").split())
    return next((field for field, names in NAMES.items() if folded in names), None)


def columns_of(page: Page, header: Sequence[str], line: int) -> Columns | None:
    """Return the columns a header names, None if it names no question. Raises SeedError for one twice or missing."""
    places: dict[str, int] = {}
    for place, name in enumerate(header):
        field = field_of(name)
        if field in places:
            message = f"The columns {places[field] + 1} and {place + 1} both hold the {field}. Rename or remove one."
            raise page.fault(message, line)
        if field:
            places[field] = place
    if "question" not in places:
        return None
    if "reference" not in places:
        raise page.fault(f"A column has the questions, but none the reference answers. {ADVICE}", line)
    return Columns(**places)


def draft_of(page: Page, columns: Columns, cells: Sequence[str], start: int, end: int) -> Draft:
    """Return the question of the row in 0-based lines `start` to `end`. Raises SeedError for a wrong weight or id."""
    line = start + 1
    name = _cell(cells, columns.id).strip()
    return Draft(
        one_line(_cell(cells, columns.question)),
        lines_of(_cell(cells, columns.reference).split("\n")),
        start,
        end,
        weight_of(page, _cell(cells, columns.weight), line),
        check_id(name, path=page.path, line=line, of="question") if name else None,
    )


def _cell(cells: Sequence[str], place: int | None) -> str:
    return cells[place] if place is not None and place < len(cells) else ""
