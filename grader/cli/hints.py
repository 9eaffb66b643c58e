"""`grader hints`: what an interviewer may ask."""

from typing import TYPE_CHECKING, Annotated

import typer

from .glyphs import one_line
from .options import AsJson, RubricName
from .output import write_json, write_page
from .text import read_text

if TYPE_CHECKING:
    from rich.table import Table

    from grader.grading import Hints

Notes = Annotated[
    str | None,
    typer.Option(metavar="TEXT|-", help="What the candidate has said so far; `-` reads standard input."),
]


def hints(rubric: RubricName, notes: Notes = None, as_json: AsJson = False) -> None:
    """Print an interviewer's hints.

    What the notes leave open comes first.
    """
    said = "" if notes is None else read_text(notes)

    from grader.bootstrap import services

    found = services().grading.hints(rubric, said)
    if as_json:
        write_json(found.model_dump(mode="json"))
    else:
        write_page(found.question, "", _table(found))


def _table(found: "Hints") -> "Table":
    from rich.table import Table

    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold", max_width=30)
    table.add_column(overflow="fold")
    for hint in found.hints:
        table.add_row(hint.state, hint.concept, one_line(hint.hint))
    return table
